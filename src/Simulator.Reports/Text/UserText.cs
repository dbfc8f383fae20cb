namespace Simulator.Reports;

/// <summary>What users saw, in one sentence.</summary>
public static class UserText
{
    /// <summary>"" if nobody sends requests, or if the answer has said it already.</summary>
    public static string Of(Summary summary) =>
        summary.Measure("availability.users") is { } answered && Sentence(answered, summary.Measure, Worst(summary)) is var text && !summary.Answer.Contains(text, StringComparison.Ordinal) ? text : "";

    /// <summary>The same for a run that is being summed up.</summary>
    internal static string Of(RunStory story)
    {
        var worst = story.Run.Services.Where(service => service.HasTraffic).MinBy(service => service.RequestsAt(story.End).Answered);
        return worst is null ? "" : Sentence(story.Measure("availability.users") ?? 1, story.Measure, Worst(story.NameOf(worst.Cluster, worst.Name), RowsOfRun.UsersOf(worst.RequestsAt(story.End))));
    }

    private static string Sentence(double answered, Func<string, double?> measure, string worst)
    {
        var failed = measure("requests.failed") ?? 0;
        var text = $"Users saw {HumanNumber.Percent(answered)} of {HumanNumber.Count(measure("requests.total") ?? 0, "request", "requests")} answered";
        return failed == 0 ? $"{text}." : $"{text}: {HumanNumber.Count(failed)} failed{worst}.";
    }

    private static string Worst(Summary summary)
    {
        var worst = summary.Services.Where(row => row.Users is not null).MinBy(row => row.Users!.Answered);
        return worst?.Users is { } users ? Worst(Names.Of(summary, worst.Cluster, worst.Service), users) : "";
    }

    private static string Worst(string name, UserRow users) =>
        $"; worst service: {name} with {HumanNumber.Percent(users.Answered)}, {HumanNumber.Percent(users.WorstMinute)} in its worst minute, from {HumanTime.Clock(users.WorstMinuteAt)}";
}
