using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots.Timelines;

/// <summary>
/// A few outages, step by step: what happened, noticed, out of the services, evicted, replaced, whole again, and what users saw.
/// </summary>
internal sealed class StoryLanes(Summary summary, RunRecorder run)
{
    private readonly OutageStory[] _stories =
        [.. run.Outages.Select((outage, i) => new OutageStory(
            run, outage, i + 1 < run.Outages.Count ? run.Outages[i + 1].StartedAt : TimeSpan.MaxValue))];

    public Timeline Draw()
    {
        Lane[] lanes =
        [
            Lane("Nodes marked NotReady", Palette.Orange, StoryNotes.Marked),
            Lane("Endpoints removed", Palette.Of(3), StoryNotes.EndpointsRemoved),
            Lane("Pods evicted", Palette.Blue, StoryNotes.Evicted),
            Lane("Replacements", Palette.Of(4), StoryNotes.Started),
            Lane("Replicas missing", Palette.Of(6), story => StoryNotes.Weak(story, summary.Duration)),
            Lane("Requests failing", Palette.Of(5), story => StoryNotes.Failing(story, run.Totals.HasTraffic)),
        ];
        var (from, to) = Window(lanes);
        Lane happened = new("What happened", Palette.Outage, [.. _stories.Select(story => Whole(story, to))], [.. _stories.Select(Name)]);
        return new Timeline(
            from, to, happened.Bars, [happened, .. lanes.Where(lane => lane.Notes.Count > 0).Select(lane => Cut(lane, to))]);
    }

    private Lane Lane(string name, Tone tone, Func<OutageStory, (IEnumerable<LaneBar> Bars, string Text)> part)
    {
        var parts = _stories.Select(story => (story.At, Part: part(story))).ToList();
        return new Lane(
            name, tone, [.. parts.SelectMany(found => found.Part.Bars)],
            [.. parts.Where(found => found.Part.Text.Length > 0).Select(found => new LaneNote(
                found.Part.Bars.Select(bar => bar.From).DefaultIfEmpty(found.At).Min(), found.Part.Text))]);
    }

    /// <summary>
    /// A bit before the first outage to a bit after the last thing that came of one; to the end of the run if it is not whole by then.
    /// </summary>
    private (double From, double To) Window(Lane[] lanes)
    {
        var first = _stories[0].At;
        var last = Math.Max(lanes.SelectMany(lane => lane.Bars).Select(bar => bar.To).DefaultIfEmpty(first).Max(), _stories[^1].At);
        var far = first + Math.Max(60, 2 * (last - first));
        foreach (var story in _stories)
        {
            if (story.Outage.EndedAt?.TotalSeconds is { } ended && ended <= far) last = Math.Max(last, ended);
        }

        var isOpen = _stories.Any(story => story.Weak is [.., { To: null }]);
        var margin = Math.Max(10, (last - first) * 0.05);
        return (Math.Max(0, first - margin), isOpen ? summary.Duration : Math.Min(summary.Duration, last + margin));
    }

    private static LaneBar Whole(OutageStory story, double to) => new(story.At, Math.Min(to, story.Outage.EndedAt?.TotalSeconds ?? to));

    private LaneNote Name(OutageStory story, int index)
    {
        var outage = summary.Outages[index];
        var length = outage.EndedAt is { } ended ? Ends(ended - outage.At) : ", to the end of the run";
        return new LaneNote(story.At, $"{Names.WhatHappened(outage)} at {HumanTime.Clock(outage.At)}{length}");
    }

    private static string Ends(double seconds) => seconds < 1 ? "" : $", for {HumanTime.Span(seconds)}";

    private static Lane Cut(Lane lane, double to) =>
        lane with { Bars = [.. lane.Bars.Select(bar => bar with { To = Math.Min(bar.To, to) })] };
}
