using Simulator.World.Traces;

namespace Simulator.Reports.Traces;

/// <summary>What became of the pods of one group.</summary>
/// <param name="name">"" for those that have none.</param>
public sealed class GroupTally(string name)
{
    private double _waited;

    public string Name => name;

    public long Arrived { get; private set; }

    public long Placed { get; private set; }

    public long Rejected { get; private set; }

    public long Left { get; private set; }

    /// <summary>Seconds, of those that were placed.</summary>
    public double WaitMean => Placed == 0 ? 0 : _waited / Placed;

    /// <summary>Seconds.</summary>
    public double WaitMax { get; private set; }

    internal void Count(in TraceFact fact)
    {
        switch (fact.Kind)
        {
            case TraceFactKind.Arrived: Arrived++; break;
            case TraceFactKind.Rejected: Rejected++; break;
            case TraceFactKind.Left: Left++; break;
            case TraceFactKind.Placed:
                Placed++;
                var wait = (fact.At - fact.Pod.Submit).TotalSeconds;
                _waited += wait;
                WaitMax = Math.Max(WaitMax, wait);
                break;
        }
    }
}
