using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>The network between two regions.</summary>
internal static class LatencyShape
{
    private static readonly KeysOf<LatencyDraft> Key = new();

    public static Shape<LatencyDraft> Value { get; } = new("latency", new LatencyDraft(),
    [
        Key.Texts(
            "between", "two regions, in any order; the same one twice: within the region (1ms otherwise)", ReadPair,
            (l, v) => l with { Between = v }).Required(),
        Key.Duration(
            "roundTrip", "time of the network there and back: it is added to each request", l => l.RoundTrip,
            (l, v) => l with { RoundTrip = v }).WithoutDefault().Required(),
    ]);

    private static IReadOnlyList<string>? ReadPair(SourceCursor cursor)
    {
        List<string> names = [.. cursor.Items().Select(item => item.LabelValue()).OfType<string>()];
        if (names.Count == 2) return names;
        if (cursor.Node is SourceSequence { Items.Count: not 2 } list)
        {
            cursor.Error($"the list has {list.Items.Count} regions; allowed are two");
        }
        return null;
    }
}
