using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.World.Invariants;

/// <summary>What is on one node, counted as the scheduler counts it.</summary>
/// <param name="forgetsSharedPorts">A pod that goes takes its ports along, whoever else has them.</param>
internal sealed class NodeAccount(bool forgetsSharedPorts)
{
    private readonly Dictionary<int, int> _ports = [];
    private readonly Dictionary<ObjectKey, (TimeSpan Since, PodFacts Facts)> _placed = [];

    /// <summary>In truth: the scheduler's own sums of 64 bits may wrap around.</summary>
    public Int128 MilliCpu { get; private set; }

    /// <inheritdoc cref="MilliCpu"/>
    public Int128 Memory { get; private set; }

    public int Pods { get; private set; }

    public void Add(PodFacts facts) => Count(facts, 1);

    public void Remove(PodFacts facts) => Count(facts, -1);

    /// <summary>A pod that came with its node: a daemon's, or one that a user put there.</summary>
    public void Place(ObjectKey pod, TimeSpan since, PodFacts facts) => _placed[pod] = (since, facts);

    public void Displace(ObjectKey pod)
    {
        if (_placed.Remove(pod, out var gone) && forgetsSharedPorts) Forget(gone.Facts);
    }

    /// <summary>Placed pods that every decision has known which is not older than a time.</summary>
    public IEnumerable<PodFacts> PlacedBefore(TimeSpan time) =>
        _placed.Count == 0 ? [] : _placed.Values.Where(entry => entry.Since < time).Select(entry => entry.Facts);

    /// <summary>A host port that more than one pod wants; 0 if there is none among those of a pod.</summary>
    public int SharedPort(PodFacts facts) =>
        facts.HostPorts.Length == 0 ? 0 : Array.Find(facts.HostPorts, port => _ports.GetValueOrDefault(port) > 1);

    private void Count(PodFacts facts, int sign)
    {
        MilliCpu += (Int128)sign * facts.AskedMilliCpu;
        Memory += (Int128)sign * facts.AskedMemory;
        Pods += sign;
        if (sign < 0 && forgetsSharedPorts)
        {
            Forget(facts);
            return;
        }

        foreach (var port in facts.HostPorts) _ports[port] = _ports.GetValueOrDefault(port) + sign;
    }

    private void Forget(PodFacts facts)
    {
        foreach (var port in facts.HostPorts) _ports.Remove(port);
    }
}
