using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures;

/// <summary>Measures being gathered: sorted by name, rounded, and never one that the catalog does not explain.</summary>
internal sealed class MeasureSet
{
    public SortedDictionary<string, double> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Milliseconds are enough for a duration, and hide the last bit of a sum.</summary>
    public void AddSeconds(string name, double? seconds) => Add(name, seconds, 3);

    public void AddSeconds(string name, TimeSpan? span) => Add(name, span?.TotalSeconds, 3);

    /// <summary>Microseconds matter where answers take milliseconds.</summary>
    public void AddLatency(string name, double? seconds) => Add(name, seconds, 6);

    /// <param name="sorted">Seconds in ascending order; of none there is no percentile.</param>
    public void AddPercentiles(string family, double[] sorted, (string Name, double Share)[] wanted)
    {
        if (sorted.Length == 0) return;
        foreach (var (name, share) in wanted) AddSeconds($"{family}.{name}", Percentiles.Of(sorted, share));
    }

    public void AddShare(string name, double? share) => Add(name, share, 6);

    /// <summary>Of anything over time.</summary>
    public void AddMean(string name, double? mean) => Add(name, mean, 6);

    public void AddCount(string name, double? count) => Add(name, count, 0);

    /// <summary>A hundredth of a cent is enough.</summary>
    public void AddDollars(string name, double? dollars) => Add(name, dollars, 4);

    public void AddHours(string name, double? hours) => Add(name, hours, 3);

    private void Add(string name, double? value, int decimals)
    {
        if (value is not { } number) return;
        if (!MeasureCatalog.IsKnown(name)) throw new InvalidOperationException($"The measure '{name}' is not in the catalog.");
        Values[name] = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
    }
}
