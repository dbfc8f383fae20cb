using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Shapes;

namespace Simulator.Studies.Files;

/// <summary>A scenario that sets the standard, as the file of a study names it.</summary>
internal sealed record PeerDraft
{
    /// <summary>As seen from the working folder; "" after an error.</summary>
    public string Scenario { get; init; } = "";

    public IReadOnlyList<SourceCursor> Measures { get; init; } = [];
}

/// <summary>What a plan is to be as good as.</summary>
internal static class PeerShape
{
    private static readonly KeysOf<PeerDraft> Key = new();

    public static Shape<PeerDraft> Value { get; } = new("asGoodAs", new PeerDraft(),
    [
        Key.Class(
            "scenario", "the scenario that sets the standard, relative to the study file; it is run with the seeds of the study",
            Forms.Path,
            cursor => cursor.RelatedPath(), null, (p, v) => p with { Scenario = v }).Required(),
        Key.Class(
            "measures", "in which every run has to be at least as good as that scenario is on average", Forms.Texts, ReadMeasures, null,
            (p, v) => p with { Measures = v }).Required(),
    ]);

    private static IReadOnlyList<SourceCursor>? ReadMeasures(SourceCursor cursor) =>
        [.. cursor.Items().Where(item => item.Text() is not null)];
}
