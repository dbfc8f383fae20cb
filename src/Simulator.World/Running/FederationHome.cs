using Simulator.World.Federation;
using Simulator.World.Network;
using Simulator.World.Observations;

namespace Simulator.World.Running;

/// <summary>
/// A federation's control plane runs in pods of one cluster: with the last machine of that cluster it is lost, and where the cluster is cut
/// off, so is it.
/// </summary>
internal sealed class FederationHome(string cluster) : IObserver
{
    private const string Why = "home lost";

    private readonly HashSet<string> _machines = new(StringComparer.Ordinal);
    private SimulatedFederation? _federation;
    private bool _isLost;
    private bool _isCutOff;

    /// <summary>From here on; what stands already is told by <paramref name="machines"/>.</summary>
    public void Follow(SimulatedFederation federation, IEnumerable<string> machines, ClusterNetwork network)
    {
        _federation = federation;
        _machines.UnionWith(machines);
        network.Changed += () => SetCutOff(network.IsCutFromOutside);
    }

    public void Observe(in Observation observation)
    {
        if (_federation is null || observation.Cluster != cluster) return;
        switch (observation.Kind)
        {
            case ObservationKind.NodeAdded or ObservationKind.NodeCameBack: _machines.Add(observation.Subject); break;
            case ObservationKind.NodeWentDown or ObservationKind.NodeRemoved: _machines.Remove(observation.Subject); break;
            default: return;
        }

        SetLost(_machines.Count == 0);
    }

    private void SetLost(bool isLost)
    {
        if (isLost == _isLost) return;
        _isLost = isLost;
        foreach (var program in _federation!.Programs.ToList())
        {
            if (isLost) _federation.Stop(program, Why);
            else _federation.Start(program);
        }
    }

    private void SetCutOff(bool isCutOff)
    {
        if (isCutOff == _isCutOff) return;
        _isCutOff = isCutOff;
        const string Manager = $"{SimulatedFederation.ManagerProgram}-0";
        if (isCutOff) _federation!.CutOff(Manager);
        else _federation!.Reconnect(Manager);
    }
}
