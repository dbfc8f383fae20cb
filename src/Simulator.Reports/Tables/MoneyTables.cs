using System.Globalization;
using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Money;

namespace Simulator.Reports.Tables;

/// <summary>The CSV files about machines and money.</summary>
internal static class MoneyTables
{
    /// <summary>Columns of timeseries.csv, pool by pool; none in a run in which no pool changes its size.</summary>
    public static IEnumerable<string> Columns(RunRecorder run) => !run.Totals.IsElastic
        ? []
        : run.Pools.Select(pool => NameOf(run, pool))
            .SelectMany(name => new[] { $"machines_{name}", $"ready_{name}", $"dollars_per_h_{name}" });

    public static void Write(CsvTable table, TimeSample sample)
    {
        foreach (var pool in sample.Pools) table.Number(pool.Machines).Number(pool.Ready).Text(Text(pool.Dollars));
    }

    /// <summary>All pools whose machines cost something, or come and go.</summary>
    public static void WritePools(TextWriter text, IReadOnlyList<PoolRow> pools)
    {
        using var table = new CsvTable(
            text, "cluster", "pool", "machine_type", "machines_at_start", "machines_max", "machines_at_end", "machine_hours",
            "dollars_per_h", "dollars", "dollars_idle", "price_source", "kwh");
        foreach (var row in pools)
        {
            table.Text(row.Cluster).Text(row.Pool).Text(row.MachineType);
            table.Number(row.MachinesAtStart).Number(row.MachinesMax).Number(row.MachinesAtEnd).Text(Text(row.MachineHours));
            table.Text(Text(row.PricePerHour)).Text(Text(row.Cost)).Text(Text(row.Idle)).Text(row.PriceSource).Text(Text(row.Energy)).End();
        }
    }

    private static string NameOf(RunRecorder run, PoolLife pool) =>
        run.Scenario.Clusters.Count > 1 ? $"{pool.Cluster}/{pool.Name}" : pool.Name;

    private static string Text(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
