using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>A run in which nothing failed: what was started, and how fast.</summary>
internal static class QuietText
{
    public static string Of(RunStory story) =>
        Starts(story) is { Length: > 0 } starts ? $"Nothing failed; {starts}." : "Nothing failed and nothing was started.";

    /// <summary>How fast pods started, where the answer has more to say than that.</summary>
    public static IEnumerable<string> ReasonOf(RunStory story, IReadOnlyList<Finding> findings) =>
        findings.Count > 0 && story.Run.Outages.Count == 0 && Starts(story) is { Length: > 0 } starts ? [$"{starts}."] : [];

    /// <summary>A clause about the pods that were created; "" if none was. A percentile says of how many it is.</summary>
    public static string Starts(RunStory story)
    {
        var created = story.Measure("pods.created") ?? 0;
        if (created == 0) return "";
        var were = $"{HumanNumber.Count(created, "pod was", "pods were")} created";
        if (story.Measure("podStart.p50") is not { } median) return $"{were} and none became ready";
        var started = MeasuresOfRun.StartsOf(story.Run).Length;
        var p99 = HumanTime.Long(story.Measure("podStart.p99") ?? median);
        if (started == 1)
        {
            return created == 1
                ? $"{were} and ready within {HumanTime.Long(median)}"
                : $"{were}; the only one of them that became ready was so within {HumanTime.Long(median)}";
        }
        return started == created
            ? $"{were}, half of them ready within {HumanTime.Long(median)} and 99 % within {p99}"
            : $"{were}; half of the {HumanNumber.Count(started)} of them that became ready were so within {HumanTime.Long(median)}, 99 % "
                + $"within {p99}";
    }
}
