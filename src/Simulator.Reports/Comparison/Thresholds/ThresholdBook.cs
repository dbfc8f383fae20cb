using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Catalog;

namespace Simulator.Reports.Comparison.Thresholds;

/// <summary>From which difference on each measure matters: the catalogue's word, where a thresholds file has none.</summary>
/// <param name="rules">By the name of a measure, or by the catalogue's pattern of it.</param>
public sealed class ThresholdBook(IReadOnlyDictionary<string, ThresholdRule> rules)
{
    /// <summary>The catalogue's own.</summary>
    public static ThresholdBook Default { get; } = new(new Dictionary<string, ThresholdRule>());

    /// <returns>Null if it is not to be compared, or if this program does not know it.</returns>
    public Stake? Of(string measure)
    {
        if (MeasureCatalog.Find(measure) is not { } entry) return null;
        if (!rules.TryGetValue(measure, out var rule) && !rules.TryGetValue(entry.Pattern, out rule)) return entry.Stake;
        return rule.IsIgnored ? null : rule.ApplyTo(entry.Stake);
    }
}
