using System.Globalization;
using Simulator.Reports.Statistics;
using Simulator.World.Explanation;
using Simulator.World.Observations;

namespace Simulator.Reports.Text;

/// <summary>The answer to "why?", for people: what is, why, and how it came to be.</summary>
public static class WhyText
{
    private const int Columns = 110;

    public static IEnumerable<string> Lines(WhyPod why)
    {
        yield return $"{why.Pod}  {why.State}{Place(why)}{NextTry(why)}";
        foreach (var line in why.Waits.SelectMany(wait => Wrapping.Hang("  waits for: ", wait, Columns))) yield return line;
        if (why.Replaces.Length > 0) yield return $"  came for {why.Replaces}";
        if (why.ReplacedBy.Length > 0) yield return $"  replaced by {why.ReplacedBy}";
        if (why.Eviction is { } eviction)
        {
            foreach (var line in Wrapping.Hang("  why evicted: ", Evicted(eviction), Columns)) yield return line;
        }

        if (why.Decision is { } decision)
        {
            foreach (var line in DecisionText.Lines(decision, why.DecidedAt!.Value)) yield return line;
        }
        else
        {
            yield return "  The scheduler has decided nothing for it: it came with its node, or has not been tried.";
        }

        if (why.RoomMade is { } room)
        {
            foreach (var line in PreemptionText.Lines(room, why.RoomMadeAt)) yield return line;
        }

        yield return "  its life:";
        foreach (var line in Timeline(why.Events)) yield return line;
    }

    public static IEnumerable<string> Lines(WhyNode why)
    {
        yield return $"{why.Node}  in {why.Zone}  {why.State}";
        if (why.Waits.Length > 0)
        {
            foreach (var line in Wrapping.Hang("  waits for: ", why.Waits, Columns)) yield return line;
        }
        if (why.Evictions > 1)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  its turn in the eviction queue came {why.Evictions:N0} times, each for a token: a silent node is queued again every "
                    + $"5 s (as 1.3 does)");
        }
        yield return why.Events.Count == 0 ? "  nothing has happened to it" : "  its life:";
        foreach (var line in Timeline(why.Events)) yield return line;
    }

    public static IEnumerable<string> Lines(WhyAutoscaler why)
    {
        yield return $"{why.Autoscaler}  scales {why.Target}  {why.State}";
        if (why.Waits.Length > 0)
        {
            foreach (var line in Wrapping.Hang("  waits for: ", why.Waits, Columns)) yield return line;
        }
        yield return why.Events.Count == 0 ? "  nothing has happened to it" : "  its life:";
        foreach (var line in Timeline(why.Events)) yield return line;
    }

    private static IEnumerable<string> Timeline(IReadOnlyList<LifeEvent> events) =>
        events.Select(entry => $"    {Clock.Of(entry.At),8}  {entry.Text}");

    private static string Place(WhyPod why) => why.Zone.Length > 0 ? $" ({why.Zone})" : "";

    private static string NextTry(WhyPod why) =>
        why.NextTry is { } next ? $", next try at {Clock.Of(next)} (in {HumanTime.Long((next - why.At).TotalSeconds)})" : "";

    private static string Evicted(EvictionStory story)
    {
        var marked = $"{story.Node} was marked {story.Status} at {Clock.Of(story.MarkedAt)}";
        return story.Turn is not { } turn
            ? $"{marked} and got a NoExecute taint, which the pod tolerated until {Clock.Of(story.EvictedAt)} (tolerationSeconds)"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{marked}; its pods were due at {Clock.Of(turn.Due)} (pod-eviction-timeout after its last sign of life) and its turn came "
                    + $"at {Clock.Of(story.EvictedAt)}: {HumanNumber.Count(turn.NodesBefore, "turn", "turns")} of other nodes in between, "
                    + $"{turn.NodesPerSecond:0.###} nodes a second (deleting-pods-qps)");
    }
}
