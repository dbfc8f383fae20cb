using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Judged once after each change of the machines of groups, when nothing has changed for ten minutes. A cluster whose control plane has had
/// troubles, and nodes whose objects users deleted, are left out; without cloud-provider nobody removes nodes.
/// </summary>
internal sealed class CloudNodesAndBillAgree(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(CloudNodesAndBillAgree);

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, TimeSpan> _givenAt = new(StringComparer.Ordinal);
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly HashSet<string> _excused = new(StringComparer.Ordinal);
    private TimeSpan? _changedAt;

    public void Observe(in Observation observation)
    {
        if (_changedAt is { } at && cluster.Now - at >= Quiet) Judge();
        switch (observation.Kind)
        {
            case ObservationKind.MachineGiven:
                _givenAt[observation.Subject] = cluster.Now;
                _changedAt = cluster.Now;
                break;
            case ObservationKind.NodeAdded when _givenAt.ContainsKey(observation.Subject):
                _started.Add(observation.Subject);
                _changedAt = cluster.Now;
                break;
            case ObservationKind.MachineDeleted:
                End(observation);
                break;
            case ObservationKind.OutageStarted:
                _changedAt = cluster.Now;
                break;
        }
    }

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit is { Type: WatchEventType.Deleted, Object: Node node } && !_gone.Contains(node.Name)) _excused.Add(node.Name);
    }

    private void End(in Observation observation)
    {
        _gone.Add(observation.Subject);
        _changedAt = cluster.Now;
        var there = cluster.Now - _givenAt.GetValueOrDefault(observation.Subject, TimeSpan.Zero);
        if (observation.Other == "never started" || (long)there.TotalMicroseconds == observation.Value) return;
        cluster.Break(
            Name, $"{observation.Subject} is billed for {TimeSpan.FromMicroseconds(observation.Value):c} and was there for {there:c}");
    }

    private void Judge()
    {
        _changedAt = null;
        if (!cluster.Spec.ControllerManager.CloudProvider || cluster.Troubles.LastAt != TimeSpan.MinValue) return;
        foreach (var machine in _started)
        {
            var hasNode = cluster.Store.Find<Node>("Node", new ObjectKey("", machine)) is not null;
            if (hasNode == _gone.Contains(machine) && !_excused.Contains(machine))
            {
                cluster.Break(Name, $"{machine} is {(hasNode ? "gone and has a node" : "there and has no node")}");
            }
        }

        _started.ExceptWith(_gone);
    }
}
