using Simulator.Reports.Measures.Money;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>Machines and money as cells of text, the same in Markdown and HTML.</summary>
internal static class MoneyRows
{
    public static readonly IReadOnlyList<string> PoolColumns =
        ["pool", "machine type", "machines", "most", "at the end", "machine-hours", "an hour costs", "cost", "idle", "kWh"];

    public static readonly IReadOnlyList<string> WorkloadColumns = ["workload", "cost", "core-hours requested", "used"];

    public static string[] Of(Summary summary, PoolRow row) =>
    [
        summary.Clusters.Count > 1 ? $"{row.Cluster}: {row.Pool}" : row.Pool,
        row.MachineType,
        HumanNumber.Count(row.MachinesAtStart),
        HumanNumber.Count(row.MachinesMax),
        HumanNumber.Count(row.MachinesAtEnd),
        HumanNumber.Plain(Math.Round(row.MachineHours, 1)),
        HumanNumber.Dollars(row.PricePerHour),
        HumanNumber.Dollars(row.Cost),
        row is { Cost: > 0, Idle: { } idle } ? HumanNumber.Percent(idle / row.Cost.Value) : "",
        row.Energy is { } energy ? HumanNumber.Plain(Math.Round(energy, energy < 10 ? 3 : 1)) : "",
    ];

    public static string[] Of(Summary summary, WorkloadCostRow row) =>
        [summary.NameOf(row.Cluster, row.Workload), HumanNumber.Dollars(row.Cost), Hours(row.Requested), Hours(row.Used)];

    private static string Hours(double? hours) => hours is { } known ? HumanNumber.Plain(Math.Round(known, 2)) : "";

    /// <summary>Prices change: where these come from.</summary>
    public static string SourcesOf(Summary summary)
    {
        string[] sources = [.. (summary.Pools ?? []).Select(row => row.PriceSource).Where(source => source.Length > 0).Distinct()];
        return sources.Length == 0 ? "" : $"US dollars; prices: {string.Join("; ", sources)}.";
    }
}
