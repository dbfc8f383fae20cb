using Simulator.Reports.Findings;
using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Text;

/// <summary>What users saw, in one sentence.</summary>
public static class UserText
{
    /// <summary>"" if nobody sends requests, or if the answer has said it already.</summary>
    public static string Of(Summary summary) =>
        summary.Measure("availability.users") is { } answered
            && Sentence(answered, summary.Measure, Worst(summary.Services, row => Names.Of(summary, row.Cluster, row.Service))) is var text
            && !summary.Answer.Contains(text, StringComparison.Ordinal)
            ? text
            : "";

    /// <summary>The same for a run that is being summed up.</summary>
    internal static string Of(RunStory story) =>
        story.Measure("availability.users") is { } answered
            ? Sentence(answered, story.Measure, Worst(story.Services, row => story.NameOf(row.Cluster, row.Service)))
            : "";

    private static string Sentence(double answered, Func<string, double?> measure, string worst)
    {
        var failed = measure("requests.failed") ?? 0;
        var text = $"Users saw {HumanNumber.Percent(answered)} of "
            + $"{HumanNumber.Count(measure("requests.total") ?? 0, "request", "requests")} answered";
        return failed == 0 ? $"{text}." : $"{text}: {HumanNumber.Count(failed)} failed{worst}.";
    }

    /// <summary>Why it failed says more than its worst minute.</summary>
    private static string Worst(IReadOnlyList<ServiceRow> services, Func<ServiceRow, string> name)
    {
        var worst = services.Where(row => row.Users is not null).MinBy(row => row.Users!.Answered);
        if (worst?.Users is not { } users) return "";
        var how = users.Cause
            ?? $"{HumanNumber.Percent(users.WorstMinute)} in its worst minute, from {HumanTime.Clock(users.WorstMinuteAt)}";
        return $"; worst service: {name(worst)} with {HumanNumber.Percent(users.Answered)}, {how}";
    }
}
