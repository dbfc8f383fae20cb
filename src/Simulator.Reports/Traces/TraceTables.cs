using Simulator.Reports.Tables;

namespace Simulator.Reports.Traces;

/// <summary>The other CSV files of a trace.</summary>
public static class TraceTables
{
    public const string SeriesFile = "timeseries.csv";

    public const string GroupFile = "groups.csv";

    public const string PackingFile = "packing.csv";

    public static void WriteSeries(TextWriter text, TraceRecorder run)
    {
        using var table = new CsvTable(
            text, "time_s", "running", "waiting", "waiting_max", "cpu", "cpu_max", "memory", "memory_max", "gpu", "gpu_max");
        foreach (var sample in run.Series.Samples())
        {
            table.Seconds(sample.At).Rate(sample.Running).Rate(sample.Waiting).Number(sample.WaitingMax);
            table.Share(sample.Share.MilliCpu).Share(sample.Most.MilliCpu).Share(sample.Share.Memory).Share(sample.Most.Memory);
            table.Share(sample.Share.MilliGpu).Share(sample.Most.MilliGpu).End();
        }
    }

    public static void WriteGroups(TextWriter text, TraceRecorder run)
    {
        using var table = new CsvTable(text, "group", "pods", "placed", "rejected", "waiting", "waited_mean_s", "waited_max_s");
        foreach (var group in run.Groups)
        {
            table.Text(group.Name).Number(group.Arrived).Number(group.Placed).Number(group.Rejected).Number(group.Left);
            table.Rounded(group.WaitMean).Rounded(group.WaitMax).End();
        }
    }

    public static void WritePacking(TextWriter text, TraceRecorder run)
    {
        using var table = new CsvTable(text, "asked_percent", "allocated_percent");
        foreach (var (asked, allocated) in run.Curve.Columns) table.Number(asked).Rate(allocated).End();
    }
}
