using System.Globalization;
using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Autoscaling.Cluster.Removal;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>The cluster autoscaler: how used each node is, which are unneeded and since when, which one is deleted.</summary>
public sealed class ScaleDownKind(AutoscalerVersion version) : IConformanceKind
{
    private static readonly Instant Now = Instant.FromSeconds(1_000_000);
    private static readonly TimeSpan UnneededTime = TimeSpan.FromSeconds(600);

    public string Kind => version == AutoscalerVersion.V022 ? "ca022-scaledown" : "ca030-scaledown";

    public string? Difference(JsonElement recording)
    {
        var world = new RecordedWorld(recording.GetProperty("world"));
        var shares = world.Listed.Where(node => node.HasPods).Select(node => (node.Name, node.Utilization));
        if (Compare(recording, "expectedUtilization", shares) is { } difference) return difference;

        var (tracker, before) = (new UsageTracker(), SinceOf(recording));
        var places = PlacesOf(recording, tracker, "shuffleDrawsFindUnneeded", HintsOf(recording, "podLocationHints"));
        var rehousing = new Rehousing(world.Picture);
        rehousing.Begin(world.Listed, world.Checker, places);
        var unneeded = new UnneededNodes(new DrainRules(), recording.GetProperty("utilizationThreshold").GetDouble())
            .Find(world.Listed, before, rehousing, Now);
        return DifferenceOf(recording, unneeded, before) ?? HintDifference(recording, places)
            ?? RemovalDifference(recording, world, unneeded, tracker, places);
    }

    private static string? DifferenceOf(
        JsonElement recording, IReadOnlyDictionary<string, Instant> unneeded, IReadOnlyDictionary<string, Instant> before)
    {
        var kept = Lines(unneeded.Select(node => $"{node.Key}={(before.ContainsKey(node.Key) ? "True" : "False")}"));
        var recorded = Lines(recording.GetProperty("expectedUnneededKeptOldTimestamp").EnumerateObject()
            .Select(node => $"{node.Name}={node.Value.GetBoolean()}"));
        return kept == recorded ? null : $"unneeded with the old time {kept}, recorded {recorded}";
    }

    private static string? HintDifference(JsonElement recording, IPlaceOrder places)
    {
        if (places is not DrawnAhead { Inner: var hinted }) return null;
        var hints = Lines(hinted.NewHints.Select(hint => $"{hint.Key}={hint.Value}"));
        var recorded = Lines(HintsOf(recording, "expectedHints").Select(hint => $"{hint.Key}={hint.Value}"));
        return hints == recorded ? null : $"hints {hints}, recorded {recorded}";
    }

    private string? RemovalDifference(
        JsonElement recording, RecordedWorld world, Dictionary<string, Instant> unneeded, UsageTracker tracker, IPlaceOrder known)
    {
        var candidates = RemovalCandidates.Of(world.Listed, unneeded, UnneededTime, Now)
            .Where(node => world.GroupOf(node.Name) is { } group && RemovalCandidates.MayShrink(group, world.Sizes[group.Id])).ToList();
        var hints = known is DrawnAhead { Inner: var hinted } ? hinted.NewHints : [];
        var rehousing = new Rehousing(world.Picture);
        rehousing.Begin(world.Listed, world.Checker, PlacesOf(recording, tracker, "shuffleDrawsScaleDown", hints));
        var removed = candidates.Find(node => rehousing.FirstHomeless(
            node.Name, [.. DrainRules.PodsToMove(world.PodsOn(node.Name), world.Exists)]) is null);
        var result = candidates.Count == 0 ? "NoUnneeded" : removed is null ? "NoNodeDeleted" : "NodeDeleted";
        var (actual, expected) = ($"{result} {removed?.Name}",
            $"{recording.Text("expectedScaleDownResult")} {recording.Text("expectedDeletedNode")}");
        if (actual != expected) return $"removal {actual}, recorded {expected}";
        if (version == AutoscalerVersion.V022) return null;
        if (removed is not null) tracker.Remove(removed.Name, unneeded);
        var (left, recorded) = (Lines(unneeded.Keys), Lines(recording.Texts("expectedUnneededAfterScaleDown")));
        return left == recorded ? null : $"unneeded in the end {left}, recorded {recorded}";
    }

    private IPlaceOrder PlacesOf(JsonElement recording, UsageTracker tracker, string draws, Dictionary<ObjectKey, string> hints) =>
        version == AutoscalerVersion.V022
            ? new ListOrder()
            : new DrawnAhead(new HintedOrder(hints, tracker, new RecordedDraws(recording, draws), Now));

    private static Dictionary<string, Instant> SinceOf(JsonElement recording) =>
        recording.GetProperty("unneededForSec") is { ValueKind: JsonValueKind.Object } known
            ? known.EnumerateObject().ToDictionary(node => node.Name, node => Now - TimeSpan.FromSeconds(node.Value.GetInt64()))
            : [];

    private static Dictionary<ObjectKey, string> HintsOf(JsonElement recording, string field) =>
        recording.TryGetProperty(field, out var hints) && hints.ValueKind == JsonValueKind.Object
            ? hints.EnumerateObject().ToDictionary(hint => KeyOf(hint.Name), hint => hint.Value.GetString()!)
            : [];

    private static ObjectKey KeyOf(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new ObjectKey(text[..slash], text[(slash + 1)..]);
    }

    private static string? Compare(JsonElement recording, string field, IEnumerable<(string Name, double Share)> actual)
    {
        var shares = Lines(actual.Select(node => $"{node.Name}={node.Share.ToString("R", CultureInfo.InvariantCulture)}"));
        var recorded = Lines(recording.GetProperty(field).EnumerateObject()
            .Select(node => $"{node.Name}={node.Value.GetDouble().ToString("R", CultureInfo.InvariantCulture)}"));
        return shares == recorded ? null : $"utilisation {shares}, recorded {recorded}";
    }

    private static string Lines(IEnumerable<string> items) => string.Join(' ', items.Order(StringComparer.Ordinal));
}
