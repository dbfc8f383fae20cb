using Simulator.World.Traces;

namespace Simulator.Reports.Traces;

/// <summary>
/// What is allocated against what has been asked for, as in studies of packing: graphics processors where there are any, otherwise CPU.
/// </summary>
/// <remarks>A column is a whole percentage that was asked for (to the nearest); its value is the mean over the arrivals there.</remarks>
public sealed class PackingCurve(Room capacity) : ITraceObserver
{
    private const int PercentMax = 1000;

    private readonly SortedDictionary<int, (double Sum, int Count)> _columns = [];
    private double _asked;
    private double _allocated;
    private bool _isArriving;

    public bool IsOfGpus => capacity.MilliGpu > 0;

    /// <summary>The pod that found no place first; null: all found one.</summary>
    public FirstFailure? First { get; private set; }

    /// <summary>Share that is allocated now.</summary>
    public double Allocated => Total > 0 ? _allocated / Total : 0;

    /// <summary>Share that has been asked for so far.</summary>
    public double Asked => Total > 0 ? _asked / Total : 0;

    /// <summary>Percent that was asked for, percent that was allocated.</summary>
    public IReadOnlyList<(int Asked, double Allocated)> Columns
    {
        get
        {
            Close();
            return [.. _columns.Select(column => (column.Key, column.Value.Sum / column.Value.Count))];
        }
    }

    private double Total => IsOfGpus ? capacity.MilliGpu : capacity.MilliCpu;

    private long Arrivals { get; set; }

    public void Observe(in TraceFact fact)
    {
        switch (fact.Kind)
        {
            case TraceFactKind.Arrived:
                Close();
                _asked += AmountOf(fact.Pod);
                Arrivals++;
                _isArriving = true;
                break;
            case TraceFactKind.Placed: _allocated += AmountOf(fact.Pod); break;
            case TraceFactKind.Ended: _allocated -= AmountOf(fact.Pod); break;
            case TraceFactKind.Rejected: First ??= new FirstFailure(fact.Pod.Name, Arrivals, Asked, Allocated, fact.Reason); break;
        }
    }

    /// <summary>The arrival before is settled: the next one begins.</summary>
    private void Close()
    {
        if (!_isArriving) return;
        _isArriving = false;
        var percent = (int)Math.Min(PercentMax, Math.Round(Asked * 100, MidpointRounding.AwayFromZero));
        var (sum, count) = _columns.GetValueOrDefault(percent);
        _columns[percent] = (sum + (Allocated * 100), count + 1);
    }

    private double AmountOf(TracePod pod) => IsOfGpus ? pod.TotalMilliGpu : pod.MilliCpu;
}

/// <param name="Number">It was the so-and-so-manieth to come.</param>
/// <param name="Asked">Share of all there is that had been asked for, itself included.</param>
/// <param name="Allocated">Share that was allocated.</param>
public sealed record FirstFailure(string Pod, long Number, double Asked, double Allocated, string Reason);
