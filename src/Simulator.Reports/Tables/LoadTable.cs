using Simulator.Reports.Measures;

namespace Simulator.Reports.Tables;

/// <summary>load.csv: services whose pods have a load, over time.</summary>
internal static class LoadTable
{
    public static bool HasRows(RunRecorder run) => run.Services.Any(service => service.Load is not null);

    public static void Write(TextWriter text, RunRecorder run)
    {
        using var table = new CsvTable(
            text, "time_s", "cluster", "service", "requests", "failed", "slow", "p50_s", "p95_s", "p99_s", "p99_highest_s");
        foreach (var service in run.Services)
        {
            foreach (var sample in service.Load?.Samples ?? [])
            {
                table.Rate(sample.At).Text(service.Cluster).Text(service.Name);
                table.Rate(sample.Requests).Rate(sample.Failed).Rate(sample.Slow);
                table.Rounded(sample.P50).Rounded(sample.P95).Rounded(sample.P99).Rounded(sample.P99Highest).End();
            }
        }
    }
}
