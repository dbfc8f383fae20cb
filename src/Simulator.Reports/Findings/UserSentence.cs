using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>What users saw, in one sentence.</summary>
internal static class UserSentence
{
    /// <summary>Told as 100 %: requests failed before they came to a service.</summary>
    private const double AsGoodAsAll = 0.99999;

    /// <summary>Of a run that is being summed up; "" if nobody sends requests.</summary>
    public static string Of(RunStory story) =>
        Of(story.Measure, story.Services, row => story.NameOf(row.Cluster, row.Service));

    /// <param name="measure">The measure of a name; null if there is none.</param>
    /// <param name="name">Of a service.</param>
    public static string Of(Func<string, double?> measure, IReadOnlyList<ServiceRow> services, Func<ServiceRow, string> name)
    {
        if (measure("availability.users") is not { } answered) return "";
        var failed = measure("requests.failed") ?? 0;
        var isAll = failed == 0 && measure("requests.waiting") is not > 0;

        // Requests are rates: of less than half a request nobody can say that it failed.
        var text = $"Users saw {HumanNumber.Percent(isAll ? 1 : answered)} of "
            + $"{HumanNumber.Count(measure("requests.total") ?? 0, "request", "requests")} answered";
        var waits = measure("requests.waiting") is { } waiting and > 0
            ? $"{HumanNumber.Count(waiting, "request waits", "requests wait")} in long queues at the end"
            : "";
        if (failed == 0) return waits.Length == 0 ? $"{text}." : $"{text}: {waits}.";
        return $"{text}: {HumanNumber.Count(failed)} failed{(waits.Length > 0 ? $" and {waits}" : "")}{Worst(services, name)}.";
    }

    /// <summary>Why it failed says more than its worst minute.</summary>
    private static string Worst(IReadOnlyList<ServiceRow> services, Func<ServiceRow, string> name)
    {
        var worst = services.Where(row => row.Users is not null).MinBy(row => row.Users!.Answered);
        if (worst?.Users is not { } users || users.Answered >= AsGoodAsAll) return "";
        var how = users.Cause
            ?? $"{HumanNumber.Percent(users.WorstMinute)} in its worst minute, from {HumanTime.Clock(users.WorstMinuteAt)}";
        return $"; worst service: {name(worst)} with {HumanNumber.Percent(users.Answered)}, {how}";
    }
}
