using Simulator.Reports.Statistics;

namespace Simulator.Reports.Traces;

/// <summary>What a trace comes to, in sentences, the one that matters most first.</summary>
public static class TraceStory
{
    /// <param name="isPacking">Pods come one by one and stay.</param>
    public static IReadOnlyList<string> Sentences(TraceRecorder run, bool isPacking) =>
    [
        Outcome(run),
        .. isPacking ? Packing(run) : Waits(run),
        .. Why(run),
        Utilization(run, isPacking),
    ];

    /// <summary><c>12 s</c> at each of the usual percentiles.</summary>
    public static IReadOnlyList<(string Name, double Seconds)> Percentiles(double[] sorted) => sorted.Length == 0
        ? []
        :
        [
            ("p50", Statistics.Percentiles.Of(sorted, 0.5)),
            ("p90", Statistics.Percentiles.Of(sorted, 0.9)),
            ("p95", Statistics.Percentiles.Of(sorted, 0.95)),
            ("p99", Statistics.Percentiles.Of(sorted, 0.99)),
            ("longest", sorted[^1]),
        ];

    private static string Outcome(TraceRecorder run)
    {
        var share = run.Arrived == 0 ? 0 : (double)run.Placed / run.Arrived;
        var rest = (run.Rejected, run.Left) switch
        {
            (0, 0) => "",
            (_, 0) => $"; {HumanNumber.Count(run.Rejected, "was", "were")} rejected",
            (0, _) => $"; {HumanNumber.Count(run.Left, "waits", "wait")} to the end",
            _ => $"; {HumanNumber.Count(run.Rejected, "was", "were")} rejected, {HumanNumber.Count(run.Left, "waits", "wait")} to the end",
        };
        return $"{HumanNumber.Count(run.Placed)} of {HumanNumber.Count(run.Arrived, "pod", "pods")} ({HumanNumber.Percent(share)}) "
            + $"{(run.Placed == 1 ? "was" : "were")} placed{rest}.";
    }

    private static IEnumerable<string> Waits(TraceRecorder run)
    {
        if (run.Waits.Length == 0) yield break;
        yield return $"They waited {Words(run.Waits)}.";
        if (run.WaitsInTrace.Length > 0) yield return $"In the trace itself they waited {Words(run.WaitsInTrace)}.";
    }

    private static string Words(double[] sorted) => sorted[^1] == 0 ? "for nothing" : string.Join(
        ", ", Percentiles(sorted).Where(row => row.Name != "p95").Select(row => $"{HumanTime.Long(row.Seconds)} ({row.Name})"));

    private static IEnumerable<string> Packing(TraceRecorder run)
    {
        var what = run.Curve.IsOfGpus ? "GPUs" : "CPUs";
        yield return run.Curve.First is { } first
            ? $"The first without a place was {first.Pod}, number {HumanNumber.Count(first.Number)}: {HumanNumber.Percent(first.Asked)} "
                + "of all "
                + $"{what} had been asked for, {HumanNumber.Percent(first.Allocated)} were allocated."
            : $"None was without a place: {HumanNumber.Percent(run.Curve.Asked)} of all {what} were asked for.";
    }

    private static IEnumerable<string> Why(TraceRecorder run) => run.Rejections
        .OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal)
        .Select(reason => $"Rejected: {HumanNumber.Count(reason.Value)}, because {reason.Key}.");

    private static string Utilization(TraceRecorder run, bool isPacking)
    {
        var (mean, peak) = (run.Series.Mean, run.Series.Peak);
        if (isPacking)
        {
            var end = run.Series.Now.InUse.Of(run.Capacity);
            return $"In the end {Part("CPU", end.MilliCpu)}, "
                + $"{Part("memory", end.Memory)}{(run.Curve.IsOfGpus ? $", {Part("GPUs", end.MilliGpu)}" : "")} are allocated.";
        }

        return $"On average {Part("CPU", mean.MilliCpu)} was asked for ({HumanNumber.Percent(peak.MilliCpu)} at most), "
            + $"{Part("memory", mean.Memory)} ({HumanNumber.Percent(peak.Memory)})"
            + $"{(run.Curve.IsOfGpus ? $", {Part("GPUs", mean.MilliGpu)} ({HumanNumber.Percent(peak.MilliGpu)})" : "")}.";
    }

    private static string Part(string what, double share) => $"{HumanNumber.Percent(share)} of the {what}";
}
