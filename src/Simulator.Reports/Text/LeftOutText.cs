namespace Simulator.Reports;

/// <summary>Says what a scenario plans and what did not happen: nothing of it is left out in silence.</summary>
internal static class LeftOutText
{
    private const int Told = 3;

    /// <summary>One sentence each: <c>The power-loss of b did not happen: allReady + 15s: ...</c></summary>
    public static IReadOnlyList<string> Of(RunRecorder run) =>
        [.. run.LeftOut.Select(fact => $"Not done: {Names.Short(fact.Subject)} ({fact.Other}).")];

    /// <summary>The answer, and what did not happen after it.</summary>
    public static string After(string answer, RunRecorder run)
    {
        var all = Of(run);
        if (all.Count == 0) return answer;
        var rest = all.Count > Told ? [$"{HumanNumber.Count(all.Count - Told)} more of what the scenario plans did not happen."] : (string[])[];
        return string.Join(' ', [answer, .. all.Take(Told), .. rest]);
    }
}
