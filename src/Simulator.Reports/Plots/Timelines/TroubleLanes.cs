using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.World.Specification;

namespace Simulator.Reports.Plots.Timelines;

/// <summary>
/// Many troubles: a lane for each kind of them, and below them how much of what was asked for served, over the whole run.
/// </summary>
internal sealed class TroubleLanes(Summary summary, RunRecorder run)
{
    public Timeline Draw()
    {
        var lanes = run.Outages.GroupBy(outage => outage.Kind).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key)
            .Select((kind, i) => Lane(kind.Key, [.. kind], i));
        return new Timeline(0, summary.Duration, [], [.. lanes, .. new[] { Serving(), Failing() }.OfType<Lane>()]);
    }

    private Lane Lane(OutageKind kind, OutageLife[] outages, int index)
    {
        LaneBar[] bars = [.. outages.Select(outage => new LaneBar(
            outage.StartedAt.TotalSeconds, outage.EndedAt?.TotalSeconds ?? summary.Duration))];
        return new Lane($"{OutageKinds.Of(kind).Name}: {HumanNumber.Count(outages.Length)}", Palette.Of(index), bars, []);
    }

    private Lane? Serving()
    {
        SeriesPoint[] points = [.. run.Series.Samples.Where(sample => sample.Desired > 0).Select(PointOf)];
        if (points.Length == 0 || summary.Measure("availability.usable") is not { } mean) return null;
        var worst = run.OutageFacts.Weak.All.Select(spell => 1 - spell.Worst).DefaultIfEmpty(1).Min();
        return new Lane(
            "Replicas serving", Palette.Green, [],
            [new LaneNote(0, $"{HumanNumber.Percent(mean)} on average, at worst {HumanNumber.Percent(worst)}")])
        { Curve = points };
    }

    private static SeriesPoint PointOf(TimeSample sample)
    {
        double Share(int replicas) => Math.Min(1, (double)replicas / sample.Desired);
        return new SeriesPoint(
            sample.At.TotalSeconds, Share(sample.State.Replicas.Usable), Share(sample.Lowest.Replicas.Usable),
            Share(sample.Highest.Replicas.Usable));
    }

    private Lane? Failing()
    {
        if (!run.Totals.HasTraffic) return null;
        var spells = run.Totals.Failing.All;
        var text = spells.Count == 0
            ? "no request failed"
            : $"{HumanNumber.Count(spells.Count, "time", "times")}, {HumanNumber.Percent(spells.Max(spell => spell.Worst))} of them at "
                + "worst";
        return new Lane(
            "Requests failing", Palette.Of(5),
            [.. spells.Select(spell => new LaneBar(spell.From.TotalSeconds, spell.To?.TotalSeconds ?? summary.Duration))],
            [new LaneNote(0, text)]);
    }
}
