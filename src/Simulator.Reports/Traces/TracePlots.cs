using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Traces;

/// <summary>The pictures of a trace.</summary>
public static class TracePlots
{
    public static IReadOnlyList<Picture> Draw(TraceRecorder run, bool isPacking)
    {
        var samples = run.Series.Samples();
        if (isPacking) return run.Curve.Columns.Count > 1 ? [Packing(run.Curve)] : [];
        if (samples.Count < 2) return [];
        return [Utilization(run, samples), Waiting(run, samples)];
    }

    private static Picture Utilization(TraceRecorder run, IReadOnlyList<TraceSample> samples)
    {
        const string Title = "Share of all machines that is asked for";
        return StudyPlots.Curves("utilization", $"{Title}. Means; light: up to the peak", new Chart
        {
            Title = Title,
            Across = new ClockScale(0, run.LastMoment.TotalSeconds),
            Up = new NumberScale(0, Math.Max(10, samples.Max(Highest) * 108), "asked for (%)"),
            Place = HumanTime.Clock,
            Band = "up to the peak",
            Series =
            [
                Of("CPU", 0, samples, room => room.MilliCpu),
                Of("memory", 1, samples, room => room.Memory),
                .. run.Curve.IsOfGpus ? [Of("GPUs", 2, samples, room => room.MilliGpu)] : Array.Empty<Series>(),
            ],
        });
    }

    private static double Highest(TraceSample sample) =>
        Math.Max(sample.Most.MilliCpu, Math.Max(sample.Most.Memory, sample.Most.MilliGpu));

    private static Series Of(string name, int tone, IReadOnlyList<TraceSample> samples, Func<Room, double> of) => new(
        name, Palette.Of(tone),
        [
            .. samples.Select(sample => new SeriesPoint(
                sample.At.TotalSeconds, Percent(of(sample.Share)), Percent(of(sample.Share)), Percent(of(sample.Most)))),
        ]);

    private static double Percent(double share) => Math.Round(share * 100, 2);

    private static Picture Waiting(TraceRecorder run, IReadOnlyList<TraceSample> samples)
    {
        const string Title = "Pods that run, and pods that wait";
        var most = samples.Max(sample => Math.Max(sample.Running, sample.WaitingMax));
        return StudyPlots.Curves("waiting", $"{Title}. Means; light: up to the peak", new Chart
        {
            Title = Title,
            Across = new ClockScale(0, run.LastMoment.TotalSeconds),
            Up = new NumberScale(0, Math.Max(1, most * 1.08), "pods"),
            Place = HumanTime.Clock,
            Band = "up to the peak",
            Series =
            [
                new Series(
                    "running", Palette.Of(0), [.. samples.Select(sample => new SeriesPoint(sample.At.TotalSeconds, sample.Running))]),
                new Series(
                    "waiting", Palette.Of(1),
                    [
                        .. samples.Select(sample => new SeriesPoint(
                            sample.At.TotalSeconds, sample.Waiting, sample.Waiting, sample.WaitingMax)),
                    ]),
            ],
        });
    }

    private static Picture Packing(PackingCurve curve)
    {
        var what = curve.IsOfGpus ? "GPUs" : "CPUs";
        var columns = curve.Columns;
        return StudyPlots.Curves("packing", $"Share of the {what} that is allocated, over the share that has been asked for", new Chart
        {
            Title = $"{what} allocated, by {what} asked for",
            Across = new NumberScale(0, columns[^1].Asked, $"{what} asked for (%)"),
            Up = new NumberScale(0, 100, $"{what} allocated (%)"),
            Place = percent => $"{HumanNumber.Plain(percent)} %",
            Series = [new Series(
                "allocated", Palette.Of(0), [.. columns.Select(column => new SeriesPoint(column.Asked, Math.Round(column.Allocated, 2)))])],
        });
    }
}
