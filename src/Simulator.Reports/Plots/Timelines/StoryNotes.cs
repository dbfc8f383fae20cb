using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Timelines;

/// <summary>What a lane shows of one outage: its bars, and how long it took in words; no words where it has nothing to tell.</summary>
internal static class StoryNotes
{
    private static readonly (IEnumerable<LaneBar> Bars, string Text) Nothing = ([], "");

    public static (IEnumerable<LaneBar> Bars, string Text) Marked(OutageStory story)
    {
        if (!story.HasNodes) return Nothing;
        if (story.Marked is not { } span) return ([], "nobody noticed");
        var text = $"{After(story, span)} until noticed";
        return (Waited(story.At, span), story.NodesMarked == 1 ? text : $"{text}, {Took(span, "for")} {Nodes(story.NodesMarked)}");
    }

    public static (IEnumerable<LaneBar> Bars, string Text) EndpointsRemoved(OutageStory story)
    {
        if (story.EndpointsRemoved is not { } span) return Nothing;
        var first = $"after {After(story, span)}";
        return (
            Waited(story.At, span),
            span.To - span.From < 1 ? first : $"the first {first}, the last after {HumanTime.Span(span.To - story.At)}");
    }

    public static (IEnumerable<LaneBar> Bars, string Text) Evicted(OutageStory story)
    {
        if (story.Marked is not { } marked) return Nothing;
        if (story.Evicted is not { } span)
        {
            var gone = story.NodesRemoved;
            return ([], gone == 0 ? "nothing was evicted" : $"removed with {Nodes(gone)}, whose objects were deleted");
        }

        var waited = span.From - marked.From;
        var text = $"{HumanTime.Span(waited)} "
            + $"{(Math.Abs(waited - story.EvictionTimeout) < 60 ? "of grace before eviction" : "until the first eviction")}";
        return (Waited(marked.From, span), $"{text}, then {Pace(story, span)}");
    }

    public static (IEnumerable<LaneBar> Bars, string Text) Started(OutageStory story)
    {
        if (story.Started is not { } span) return Nothing;
        var pods = HumanNumber.Count(story.PodsStarted, "new pod", "new pods");
        var ready = story.PodsReady == story.PodsStarted ? "" : $", {HumanNumber.Count(story.PodsReady)} of them became ready";
        var last = story.PodsReady == 0
            ? ""
            : $", {(story.PodsReady == 1 ? "" : "the last ")}ready after {HumanTime.Span(span.To - story.At)}";
        return ([span], $"{pods}{ready}{last}");
    }

    /// <param name="end">Of the run.</param>
    public static (IEnumerable<LaneBar> Bars, string Text) Weak(OutageStory story, double end)
    {
        if (story.Weak.Count == 0) return story.FoundWeak ? Nothing : ([], "no replica was missing");
        var worst = story.Weak.Max(spell => spell.Worst);
        var bars = Bars(story.Weak, end).ToList();
        var depth = $"{HumanNumber.Percent(worst)} of them at worst";
        if (story.Weak[^1].To is not { } healed) return (bars, $"{depth}, not healed when the run ends");
        var moment = healed.TotalSeconds;
        return (
            [.. bars, new LaneBar(moment, moment, LaneBarKind.Done)], $"{depth}, serving again after {HumanTime.Span(moment - story.At)}");
    }

    public static (IEnumerable<LaneBar> Bars, string Text) Failing(OutageStory story, bool hasTraffic)
    {
        if (!hasTraffic) return Nothing;
        if (story.Failing.Count == 0) return story.FoundFailing ? Nothing : ([], "no request failed");
        var worst = HumanNumber.Percent(story.Failing.Max(spell => spell.Worst));
        var last = story.Failing[^1].To is { } ended
            ? $"the last after {HumanTime.Span(ended.TotalSeconds - story.At)}"
            : "still when the run ends";
        return (Bars(story.Failing, double.MaxValue), $"{worst} of them at worst, {last}");
    }

    private static IEnumerable<LaneBar> Bars(IEnumerable<Spell> spells, double end) =>
        spells.Select(spell => new LaneBar(spell.From.TotalSeconds, spell.To?.TotalSeconds ?? end));

    private static LaneBar[] Waited(double since, LaneBar span) => [new(since, span.From, LaneBarKind.Waiting), span];

    private static string After(OutageStory story, LaneBar span) => HumanTime.Span(span.From - story.At);

    private static string Pace(OutageStory story, LaneBar span)
    {
        var pods = HumanNumber.Count(story.PodsEvicted, "pod", "pods");
        if (story.NodesEvicted == 1 || span.To - span.From < 1) return $"{pods} of {Nodes(story.NodesEvicted)}";
        return $"{HumanTime.Span(span.To - span.From)} of evictions, one node every "
            + $"{HumanTime.Long((span.To - span.From) / (story.NodesEvicted - 1))}";
    }

    private static string Took(LaneBar span, string preposition) =>
        span.To - span.From < 1 ? "all" : $"{HumanTime.Span(span.To - span.From)} {preposition}";

    private static string Nodes(int count) => HumanNumber.Count(count, "node", "nodes");
}
