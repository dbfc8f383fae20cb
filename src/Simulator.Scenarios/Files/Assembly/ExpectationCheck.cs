using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds what a scenario expects against the measures that its runs can have, and against their units.</summary>
/// <param name="measures">Null: nobody knows, and every name will do.</param>
internal sealed class ExpectationCheck(IMeasureBook? measures)
{
    private const string Seconds = "s";
    private const string Share = "share";

    public void Check(Placed<ExpectationDraft> placed, Scenario scenario)
    {
        var (draft, fields) = (placed.Value, placed.Fields);
        if (measures is null || draft.Measure.Length == 0) return;
        var unit = measures.UnitOf(draft.Measure);
        // Zones that were refused make no measures; that is told of them.
        var areZonesKnown = scenario.Clusters.All(cluster => cluster.Zones.Count > 0);
        var isHeld = areZonesKnown || unit.Length == 0;
        if (isHeld && measures.Problem(draft.Measure, scenario) is { } sentence) fields.ErrorAt("measure", sentence);
        if (unit.Length == 0) return;
        foreach (var (key, bound) in (ReadOnlySpan<(string, Bound?)>)[("atMost", draft.AtMost), ("atLeast", draft.AtLeast)])
        {
            if (bound is not null && Fault(bound, draft.Measure, unit) is { } fault) fields.ErrorAt(key, fault);
        }
    }

    /// <summary>What is wrong with a bound of a measure of this unit; null if nothing.</summary>
    private static string? Fault(Bound bound, string measure, string unit) => (unit, bound.Form) switch
    {
        (Share, BoundForm.Duration) => $"{bound.Text} is a duration, and {measure} is a share; allowed are shares such as 0.999 or 99.9%",
        (Share, BoundForm.Number) when bound.Value is > 1 and <= 100 =>
            $"{bound.Text} is more than 1, which is all; did you mean {bound.Text}%?",
        (Share, _) when bound.Value > 1 => $"{bound.Text} is more than all; allowed are shares from 0 to 1, or 0% to 100%",
        (Share, _) => null,
        (_, BoundForm.Percentage) => $"{bound.Text} is a percentage, and {measure} {Counted(unit)}; allowed are {Allowed(unit)}",
        (Seconds, _) => null,
        (_, BoundForm.Duration) when !unit.EndsWith("-seconds", StringComparison.Ordinal) =>
            $"{bound.Text} is a duration, and {measure} {Counted(unit)}; allowed are {Allowed(unit)}",
        _ => null,
    };

    private static string Counted(string unit) => unit == Seconds ? "is a time" : $"counts {unit}";

    private static string Allowed(string unit) => unit == Seconds ? "durations such as 15m" : "numbers";
}
