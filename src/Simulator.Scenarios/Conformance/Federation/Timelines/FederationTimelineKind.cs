using System.Text.Json;

namespace Simulator.Scenarios.Conformance.Federation.Timelines;

/// <summary>
/// Measured runs of the federation control plane: each name says the same things in the same order, and each member's status changes as
/// recorded, each within 5 s or 5 % of its time.
/// </summary>
public sealed class FederationTimelineKind : IConformanceKind
{
    private const double Seconds = 5;

    private const double Share = 0.05;

    /// <summary>Orders of Go's maps and phases of heartbeats are not recorded: so many are tried, and one has to fit.</summary>
    private const ulong Seeds = 24;

    public string Kind => "federation-timeline";

    public string Agreement => "agree";

    /// <summary>These files do not name their kind.</summary>
    public bool Recognizes(JsonElement recording) =>
        recording.ValueKind == JsonValueKind.Object && recording.TryGetProperty("dns_before", out _)
        && recording.TryGetProperty("marks", out _) && recording.TryGetProperty("events", out _);

    public string? Difference(JsonElement recording)
    {
        var timeline = new FederationTimeline(recording);
        if (timeline.Marks.FirstOrDefault(mark => MarkWords.Read(mark, timeline) is null) is { } unknown)
            return $"nobody knows what the mark \"{unknown.What}\" means";
        var recorded = timeline.Recorded();
        string? first = null;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var difference = Difference(recorded, new FederationTimelineRun(timeline, seed).Run(), timeline.End);
            if (difference is null) return null;
            first ??= difference;
        }

        return first;
    }

    /// <summary>What each name came to say, and when, for a table: recorded and simulated.</summary>
    public static IReadOnlyList<(string Name, string Recorded, string Simulated)> Compare(JsonElement recording)
    {
        var timeline = new FederationTimeline(recording);
        var (recorded, simulated) = (timeline.Recorded(), Fitting(timeline));
        return
        [
            .. recorded.Names.Union(simulated.Names).Order(StringComparer.Ordinal).SelectMany(name =>
            {
                var (theirs, ours) = (recorded.ChangesOf(name, timeline.End), simulated.ChangesOf(name, timeline.End));
                return Enumerable.Range(0, Math.Max(theirs.Count, ours.Count)).Select(i => (name, At(theirs, i), At(ours, i)));
            }),
        ];

        static string At(IReadOnlyList<ContentChange> changes, int i) => i < changes.Count ? changes[i].ToString() : "nothing more";
    }

    private static ContentHistory Fitting(FederationTimeline timeline)
    {
        var recorded = timeline.Recorded();
        ContentHistory? first = null;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var simulated = new FederationTimelineRun(timeline, seed).Run();
            if (Difference(recorded, simulated, timeline.End) is null) return simulated;
            first ??= simulated;
        }

        return first!;
    }

    private static string? Difference(ContentHistory recorded, ContentHistory simulated, double end)
    {
        var found = recorded.Names.Union(simulated.Names).Order(StringComparer.Ordinal)
            .Select(name => Difference(
                name, recorded.ChangesOf(name, end), simulated.ChangesOf(name, end))).OfType<(double At, string What)>();
        return found.Any() ? found.MinBy(difference => difference.At).What : null;
    }

    private static (double At, string What)? Difference(
        string name, IReadOnlyList<ContentChange> recorded, IReadOnlyList<ContentChange> simulated)
    {
        for (var i = 0; i < Math.Max(recorded.Count, simulated.Count); i++)
        {
            if (i >= recorded.Count) return (simulated[i].At, $"{name}: change {i + 1} is {simulated[i]}, recorded nothing more");
            if (i >= simulated.Count) return (recorded[i].At, $"{name}: change {i + 1} is missing, recorded {recorded[i]}");
            if (!Agree(simulated[i], recorded[i]))
            {
                return (recorded[i].At, $"{name}: change {i + 1} is {simulated[i]}, recorded {recorded[i]}");
            }
        }

        return null;
    }

    private static bool Agree(ContentChange simulated, ContentChange recorded) =>
        simulated.Content == recorded.Content
        && Math.Abs(simulated.At - recorded.At) <= Math.Max(Seconds, Share * Math.Abs(recorded.At));
}
