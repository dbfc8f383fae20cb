using Simulator.Api.Documents;
using Simulator.Reports.Measures.Steady;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Studies.Files;

/// <summary>The whole study file.</summary>
internal static class StudyShape
{
    public const int SeedsMax = 100_000;

    private static readonly KeysOf<StudyDraft> Key = new();

    public static Shape<StudyDraft> Value { get; } = new("study", new StudyDraft(),
    [
        Key.Class(
            "study", "its name; results go to results/NAME", Forms.Text, cursor => cursor.LabelValue(), null,
            (s, v) => s with { Name = v }).Required(),
        Key.Text("description", "what it asks", s => s.Description, (s, v) => s with { Description = v }),
        Key.Class(
            "scenario", "the scenario file that is run, relative to the study file", Forms.Path,
            cursor => cursor.RelatedPath(), null, (s, v) => s with { Scenario = v }).Required(),
        Key.Class(
            "set", "values of the scenario that are changed in every run, as with --set: path to value", Forms.Labels, ReadSettings, null,
            (s, v) => s with { Settings = v }),
        Key.Integer(
            "seeds", "runs of each variant: with the scenario's seed, and those that follow", 1, SeedsMax, s => s.Seeds,
            (s, v) => s with { Seeds = v }).WithoutDefault(),
        Key.Value(
            "precision", "replicate: more seeds until the intervals are no wider than this share of their values, as in 5%", Forms.Bound,
            ReadShare, null, (s, v) => s with { Precision = v }),
        Key.Class(
            "warmUp",
            "replicate: what is left out of the steady state of each run (measures steady.*), a duration, or auto: found in each run",
            Forms.Text with { Words = "duration or auto" }, ReadWarmUp, null, (s, v) => s with { WarmUp = v }),
        Key.Class(
            "measures", "the measures that it is about", Forms.Texts, ReadMeasures, null, (s, v) => s with { Measures = v }),
        Key.List("axes", "what is varied; every combination is run", AxisShape.Value, (s, v) => s with { Axes = v }),
        Key.List(
            "expect", "bounds beside those of the scenario; a miss makes the exit code 1", ExpectationShape.Value,
            (s, v) => s with { Expectations = v }),
        Key.Mapping("plan", "what simulator plan searches", PlanShape.Value, (s, v) => s with { Plan = v }),
    ]);

    private static IReadOnlyList<Setting>? ReadSettings(SourceCursor cursor) =>
        [.. cursor.Entries().Select(entry => entry.Value.Text() is { } text ? new Setting(entry.Key, text) : null).OfType<Setting>()];

    private static IReadOnlyList<SourceCursor>? ReadMeasures(SourceCursor cursor) =>
        [.. cursor.Items().Where(item => item.Text() is not null)];

    private static WarmUpChoice? ReadWarmUp(SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar scalar && WarmUpChoice.Parse(scalar.Text) is { } choice) return choice;
        cursor.Refuse(WarmUpChoice.Allowed);
        return null;
    }

    private static double? ReadShare(SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar scalar && RelativePrecision.Parse(scalar.Text) is { } share) return share;
        cursor.Refuse(RelativePrecision.Allowed);
        return null;
    }
}
