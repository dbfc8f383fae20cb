namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>How many pods of a group there are in each value of a node label.</summary>
public sealed class DomainSums(Topology topology)
{
    public Topology Topology => topology;

    public int[] Sums { get; } = new int[topology.Count];

    /// <summary>All of them.</summary>
    public int Total { get; private set; }

    internal void Add(int node, int change)
    {
        var value = topology.ValueOf[node];
        if (value < 0) return;
        Sums[value] += change;
        Total += change;
    }
}
