using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Plots.Pets;
using Simulator.Reports.Plots.Timelines;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>The pictures of a run; those that it has nothing for are left out.</summary>
public static class RunPlots
{
    /// <summary>Of the column of names.</summary>
    private const int NamesMax = 210;

    /// <summary>Longer names stand above their lanes on a phone.</summary>
    private const int PhoneNamesMax = 100;

    /// <summary>Of all pictures that a run may have: file names without their endings.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "outage-timeline", "pets", "users", "replicas", "requests", "latency", "evictions", "pod-start", "utilization", "elasticity",
    ];

    public static IReadOnlyList<Picture> Draw(Summary summary, RunRecorder run) =>
    [
        .. new[]
        {
            Outages(summary, run),
            Pets(summary, run),
            Populations(summary, run),
            Picture("replicas", "Replicas over time: desired, ready by the API, serving in truth", ReplicaPlot.Of(summary, run)),
            Picture("requests", "Requests of users over time, and those that fail", RequestPlot.Of(summary, run)),
            Picture(
                "latency", "Latency of the slowest service over time: of answers that come in time, or the time-out where none does",
                LatencyPlot.Of(summary, run)),
            Picture("evictions", "Nodes marked not ready and nodes evicted over time", EvictionPlot.Of(summary, run)),
            Picture("pod-start", "Share of pods that were ready within a time after their creation", PodStartPlot.Of(run)),
            Utilization(summary, run),
            Elasticity(summary, run),
        }.OfType<Picture>(),
    ];

    private static Picture? Outages(Summary summary, RunRecorder run)
    {
        if (RunTimeline.Of(summary, run) is not { } timeline) return null;
        var isMany = run.Outages.Count > OutageFold.StoriesMax;
        var caption = isMany
            ? "The troubles of the run by their kinds, and what served meanwhile"
            : "What came of the outage. Thin line: time until it begins; thick bar: while it lasts; diamond: everything serves again";
        var title = isMany ? caption : "What came of the outage";
        return Drawn("outage-timeline", caption, title, timeline);
    }

    private static Picture? Pets(Summary summary, RunRecorder run)
    {
        if (PetTimelines.Of(summary, run) is not { } timeline) return null;
        const string caption = "What became of the pets and of what they keep. Bar: it runs; thin line: it is away";
        return Drawn("pets", caption, "What became of the pets", timeline);
    }

    private static Picture? Utilization(Summary summary, RunRecorder run)
    {
        const string caption = "Requested share of CPU and memory of each zone over time";
        return Picture("utilization", caption, UtilizationPlot.OfCpu(summary, run), UtilizationPlot.OfMemory(summary, run));
    }

    /// <summary>One below the other, so that a moment is told in all of them.</summary>
    private static Picture? Elasticity(Summary summary, RunRecorder run)
    {
        if (PoolPlot.OfMachines(summary, run) is not { } machines) return null;
        const string caption = "Load, replicas, CPU, machines, latency and cost over time";
        return Picture(
            "elasticity", caption, RequestPlot.Of(summary, run), ReplicaPlot.Of(summary, run), CpuPlot.Of(summary, run), machines,
            LatencyPlot.Of(summary, run), PoolPlot.OfCost(summary, run));
    }

    private static Picture Drawn(string name, string caption, string title, Timeline timeline) =>
        Plots.Picture.Of(name, caption, size => new TimelineDrawing(timeline, size, NamesOf(timeline, size)).Draw(title));

    /// <summary>0: they do not fit beside their lanes and stand above them.</summary>
    private static double NamesOf(Timeline timeline, DrawingSize size)
    {
        var width = Math.Ceiling(timeline.Lanes.Max(lane => LaneLayout.NameWidth(lane.Name))) + 12;
        return width > (size.IsNarrow ? PhoneNamesMax : NamesMax) ? 0 : width;
    }

    private static Picture? Populations(Summary summary, RunRecorder run) => Picture(
        "users", "Requests of users by region over time: which clusters answer them, and those that fail",
        [.. PopulationPlot.Of(summary, run)]);

    private static Picture? Picture(string name, string caption, params Chart?[] charts)
    {
        var drawn = charts.OfType<Chart>().ToList();
        return drawn.Count == 0 ? null : Plots.Picture.Of(name, caption, size => ChartDrawing.Of(drawn, size));
    }
}
