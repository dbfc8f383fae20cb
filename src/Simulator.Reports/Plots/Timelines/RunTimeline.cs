using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots.Timelines;

/// <summary>Chooses how a run's troubles are told: one by one while they are few, else by their kinds.</summary>
public static class RunTimeline
{
    /// <summary>Null for a run without a trouble.</summary>
    public static Timeline? Of(Summary summary, RunRecorder run) => run.Outages.Count switch
    {
        0 => null,
        > OutageFold.StoriesMax => new TroubleLanes(summary, run).Draw(),
        _ => new StoryLanes(summary, run).Draw(),
    };
}
