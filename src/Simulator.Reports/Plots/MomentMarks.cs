using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>The moments of the first outage, by their names; of many troubles they would say nothing.</summary>
internal static class MomentMarks
{
    private static readonly (string Measure, string Name)[] Marked =
    [
        ("detection.first", "noticed"),
        ("eviction.first", "evicted first"),
        ("eviction.last", "evicted last"),
        ("recovery.allReplicasReady", "serving again"),
    ];

    public static IReadOnlyList<ChartMark> Of(Summary summary) => summary.Outages.Count is 0 or > OutageFold.StoriesMax ? [] :
    [
        .. from mark in Marked
           where summary.Measure(mark.Measure) is not null && !IsRepeated(summary, mark.Measure)
           let at = summary.CountedFrom + summary.Measure(mark.Measure)!.Value
           select new ChartMark(at, $"{mark.Name} {HumanTime.Clock(at)}"),
    ];

    /// <summary>A single evicted node is the first and the last.</summary>
    private static bool IsRepeated(Summary summary, string measure) =>
        measure == "eviction.last" && summary.Measure(measure) - summary.Measure("eviction.first") < 1;
}
