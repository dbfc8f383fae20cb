namespace Simulator.Reports;

/// <summary>What users saw, in one sentence.</summary>
public static class UserText
{
    /// <summary>"" if nobody sends requests.</summary>
    public static string Of(Summary summary)
    {
        if (summary.Measure("availability.users") is not { } answered) return "";
        var failed = summary.Measure("requests.failed") ?? 0;
        var text = $"Users saw {HumanNumber.Percent(answered)} of {HumanNumber.Count(summary.Measure("requests.total") ?? 0, "request", "requests")} answered";
        return failed == 0 ? $"{text}." : $"{text}: {HumanNumber.Count(failed)} failed{Worst(summary)}.";
    }

    private static string Worst(Summary summary)
    {
        var worst = summary.Services.Where(row => row.Users is not null).MinBy(row => row.Users!.Answered);
        if (worst?.Users is not { } users) return "";
        return $"; worst service: {Names.Of(summary, worst.Cluster, worst.Service)} with {HumanNumber.Percent(users.Answered)}, {HumanNumber.Percent(users.WorstMinute)} in its worst minute, from {HumanTime.Clock(users.WorstMinuteAt)}";
    }
}
