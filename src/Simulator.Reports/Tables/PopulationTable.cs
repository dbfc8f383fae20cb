using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Populations;

namespace Simulator.Reports.Tables;

/// <summary>
/// users.csv: what users of federated services saw, over time; a row of all, then one for each cluster they were sent to.
/// </summary>
public static class PopulationTable
{
    public static void Write(TextWriter text, RunRecorder run)
    {
        using var table = new CsvTable(
            text, "time_s", "users", "service", "cluster", "requests", "failed", "slow", "stale", "p50_s", "p99_s");
        foreach (var life in run.Populations)
        {
            foreach (var sample in life.Samples) Write(table, life, sample);
        }
    }

    private static void Write(CsvTable table, PopulationLife life, PopulationSample sample)
    {
        Begin(table, life, sample).Text("").Rate(sample.Requests).Rate(sample.Failed).Rate(sample.Slow).Rate(sample.Stale)
            .Rounded(sample.P50).Rounded(sample.P99).End();
        for (var i = 0; i < sample.Sent.Length; i++)
        {
            if (sample.Sent[i] <= 0) continue;
            Begin(table, life, sample).Text(life.Clusters[i]).Rate(sample.Sent[i]).Rate(sample.Lost[i]).Text("").Text("").Text("").Text("")
                .End();
        }
    }

    private static CsvTable Begin(CsvTable table, PopulationLife life, PopulationSample sample) =>
        table.Rate(sample.At).Text(life.Users.From).Text(life.Users.Service.ToString());
}
