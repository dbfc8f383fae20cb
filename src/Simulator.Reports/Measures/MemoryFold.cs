using Simulator.World.Observations;

namespace Simulator.Reports.Measures;

/// <summary>
/// What the memory of nodes cost: containers that the kernel killed, pods that kubelets evicted or refused, nodes that said that they were
/// short of it.
/// </summary>
internal sealed class MemoryFold
{
    public const string Pressure = "MemoryPressure";

    private readonly SortedDictionary<string, int> _killedOnFullNodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _killedAtLimit = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _evicted = new(StringComparer.Ordinal);
    private readonly HashSet<(string Cluster, string Node)> _full = [];
    private readonly HashSet<(string Cluster, string Node)> _pressed = [];

    /// <summary>Containers killed because their node's memory was full, by workload (or pod).</summary>
    public IReadOnlyDictionary<string, int> KilledOnFullNodes => _killedOnFullNodes;

    /// <summary>Containers killed at their own limit, by workload (or pod).</summary>
    public IReadOnlyDictionary<string, int> KilledAtLimit => _killedAtLimit;

    /// <summary>Pods that kubelets evicted, by workload (or pod).</summary>
    public IReadOnlyDictionary<string, int> Evicted => _evicted;

    public int FullNodes => _full.Count;

    /// <summary>Nodes whose object said MemoryPressure at some time.</summary>
    public int PressedNodes => _pressed.Count;

    /// <summary>Pods that kubelets refused, for whatever reason.</summary>
    public int Refused { get; private set; }

    public int RefusedForMemory { get; private set; }

    /// <summary>When the first container was killed for a full node, and on which.</summary>
    public (TimeSpan At, string Node)? FirstFull { get; private set; }

    /// <summary>Containers and pods that the full memory of a node cost: killed, evicted, refused.</summary>
    public int Lost => _killedOnFullNodes.Values.Sum() + _evicted.Values.Sum() + RefusedForMemory;

    public int Killed => _killedOnFullNodes.Values.Sum() + _killedAtLimit.Values.Sum();

    /// <param name="owner">"namespace/name" of the pod's workload, or the pod's own.</param>
    public void OnKilled(in Observation fact, string owner)
    {
        if (fact.Extra == 0)
        {
            Count(_killedAtLimit, owner);
            return;
        }

        Count(_killedOnFullNodes, owner);
        _full.Add((fact.Cluster, fact.Other));
        FirstFull ??= (fact.At, fact.Other);
    }

    /// <inheritdoc cref="OnKilled"/>
    public void OnEvicted(string owner) => Count(_evicted, owner);

    public void OnRefused(string reason)
    {
        Refused++;
        if (reason == Pressure) RefusedForMemory++;
    }

    public void OnCondition(in Observation fact)
    {
        if (fact.Other == $"{Pressure}=True") _pressed.Add((fact.Cluster, fact.Subject));
    }

    private static void Count(SortedDictionary<string, int> counts, string owner) => counts[owner] = counts.GetValueOrDefault(owner) + 1;
}
