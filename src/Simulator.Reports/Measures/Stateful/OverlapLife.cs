namespace Simulator.Reports.Measures.Stateful;

/// <summary>Two lives of one name at the same time.</summary>
/// <param name="To">Null: to the end of the run.</param>
public sealed record OverlapLife(string Cluster, string Pod, string OldNode, string NewNode, TimeSpan From, TimeSpan? To)
{
    public double SecondsAt(TimeSpan end) => ((To ?? end) - From).TotalSeconds;
}
