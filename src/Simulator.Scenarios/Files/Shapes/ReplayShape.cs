using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Failures of a trace.</summary>
internal static class ReplayShape
{
    private static readonly KeysOf<ReplayDraft> Key = new();

    public static Shape<ReplayDraft> Value { get; } = new("replay", new ReplayDraft(),
    [
        Key.Class(
            "file", "CSV file with a header line and columns for time, target and duration, relative to the scenario file",
            Forms.Path, ReadPath, null, (r, v) => r with { File = v.Cursor }).Required(),
        Key.Choice("per", "what its targets are", OutageShape.FailingPlaces, r => r.Per, (r, v) => r with { Per = v }),
        Key.Choice("kind", "what happens to them", OutageShape.FailureKinds, r => r.Kind, (r, v) => r with { Kind = v }),
        Key.Text("cluster", "whose; optional if there is one cluster", r => r.Cluster, (r, v) => r with { Cluster = v }),
        Key.Distribution("lasts", "duration for rows that have none; published durations without this key", (r, v) => r with { Lasts = v }),
        Key.Duration("from", "moment of the trace at which the run begins", r => r.From, (r, v) => r with { From = v }),
    ]);

    private static Path? ReadPath(SourceCursor cursor) => cursor.Text() is null ? null : new Path(cursor);

    private sealed record Path(SourceCursor Cursor);
}
