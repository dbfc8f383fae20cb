using Simulator.World.Traces;

namespace Simulator.Reports.Traces;

/// <summary>What a run of a trace comes to. Of each pod that was placed its wait is kept, 8 bytes; of each group a few numbers.</summary>
public sealed class TraceRecorder : ITraceObserver
{
    private readonly List<double> _waits = [];
    private readonly List<double> _waitsInTrace = [];
    private readonly SortedDictionary<string, long> _rejections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GroupTally> _groups = new(StringComparer.Ordinal);
    private readonly List<ITraceObserver> _others = [];
    private double[]? _sorted;
    private ulong _digest = 14695981039346656037UL;

    public TraceRecorder(IReadOnlyList<TraceNode> nodes)
    {
        Capacity = Room.Of(nodes);
        Series = new TraceSeries(Capacity);
        Curve = new PackingCurve(Capacity);
    }

    public Room Capacity { get; }

    public TraceSeries Series { get; }

    public PackingCurve Curve { get; }

    public long Arrived { get; private set; }

    public long Placed { get; private set; }

    public long Ended { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Still waiting when the run ended.</summary>
    public long Left { get; private set; }

    /// <summary>Since the start of the trace.</summary>
    public TimeSpan LastMoment { get; private set; }

    /// <summary>Why pods never ran, with their numbers.</summary>
    public IReadOnlyDictionary<string, long> Rejections => _rejections;

    /// <summary>The largest first.</summary>
    public IReadOnlyList<GroupTally> Groups =>
        [.. _groups.Values.OrderByDescending(group => group.Arrived).ThenBy(group => group.Name, StringComparer.Ordinal)];

    /// <summary>Seconds that placed pods waited, sorted.</summary>
    public double[] Waits => _sorted ??= [.. _waits.Order()];

    /// <summary>What the trace itself says of them, sorted; empty if it says nothing.</summary>
    public double[] WaitsInTrace => [.. _waitsInTrace.Order()];

    /// <summary>Of all that happened: the same run has the same, on any machine.</summary>
    public string Digest => _digest.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Is told the same facts.</summary>
    public void Also(ITraceObserver other) => _others.Add(other);

    public void Observe(in TraceFact fact)
    {
        LastMoment = fact.At > LastMoment ? fact.At : LastMoment;
        AddToDigest(fact);
        Series.Observe(fact);
        Curve.Observe(fact);
        Count(fact);
        foreach (var other in _others) other.Observe(fact);
    }

    private void Count(in TraceFact fact)
    {
        var group = GroupOf(fact.Pod.Group);
        group.Count(fact);
        switch (fact.Kind)
        {
            case TraceFactKind.Arrived: Arrived++; break;
            case TraceFactKind.Ended: Ended++; break;
            case TraceFactKind.Left: Left++; break;
            case TraceFactKind.Rejected:
                Rejected++;
                _rejections[fact.Reason] = _rejections.GetValueOrDefault(fact.Reason) + 1;
                break;
            default:
                Placed++;
                (_sorted, var wait) = (null, (fact.At - fact.Pod.Submit).TotalSeconds);
                _waits.Add(wait);
                if (fact.Pod.Waited is { } waited) _waitsInTrace.Add(waited.TotalSeconds);
                break;
        }
    }

    private GroupTally GroupOf(string name)
    {
        if (!_groups.TryGetValue(name, out var group)) _groups.Add(name, group = new GroupTally(name));
        return group;
    }

    private void AddToDigest(in TraceFact fact)
    {
        Add((ulong)fact.At.Ticks);
        Add((ulong)fact.Kind);
        Add((ulong)fact.Pod.Row);
        foreach (var letter in fact.Node) Add(letter);
    }

    private void Add(ulong value) => _digest = (_digest ^ value) * 1099511628211UL;
}
