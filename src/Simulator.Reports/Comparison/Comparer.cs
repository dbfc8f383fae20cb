using Simulator.Engine;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.RunSets;

namespace Simulator.Reports.Comparison;

/// <summary>Compares two sides, measure by measure. The same sides give the same verdicts, on any machine.</summary>
/// <param name="confidence">From 0 to 1: 0.95. False alarms in all measures together are as rare as 1 minus this.</param>
public sealed class Comparer(ThresholdBook thresholds, double confidence)
{
    public const double UsualConfidence = 0.95;

    public ComparisonResult Compare(Side before, Side after)
    {
        var pairing = Pairing.Of(WithWork(before), WithWork(after));
        var verdicts = Judge.Of(EvidenceOf(pairing), confidence)
            .OrderBy(verdict => RankOf(verdict.Verdict))
            .ThenByDescending(verdict => verdict.Weight)
            .ThenBy(verdict => verdict.Measure, StringComparer.Ordinal)
            .ThenBy(verdict => verdict.Aspect);
        return new ComparisonResult(before, after, pairing, confidence, [.. verdicts]);
    }

    private List<Evidence> EvidenceOf(Pairing pairing)
    {
        var values = new ValueEvidence(pairing, confidence, new RandomStreams(1));
        var presences = new PresenceEvidence(pairing, confidence);
        var found = new List<Evidence>();
        foreach (var measure in NamesIn(pairing))
        {
            if (thresholds.Of(measure) is not { } stake) continue;
            if (presences.Of(measure, stake) is { } presence) found.Add(presence);
            if (values.Of(measure, stake) is { } value) found.Add(value);
        }

        return found;
    }

    private static IEnumerable<string> NamesIn(Pairing pairing) =>
        pairing.Before.Concat(pairing.After).SelectMany(row => row.Measures.Keys).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What a run costs the simulator counts as one more measure.</summary>
    private static Side WithWork(Side side) => side with { Rows = [.. side.Rows.Select(WithWork)] };

    private static RunRow WithWork(RunRow row) => row.Events is not { } events
        ? row
        : row with { Measures = new Dictionary<string, double>(row.Measures) { [CountedWork.Name] = events } };

    private static int RankOf(Verdict verdict) => verdict switch
    {
        Verdict.Worse => 0,
        Verdict.Unclear => 1,
        Verdict.Better => 2,
        Verdict.Differs => 3,
        _ => 4,
    };
}
