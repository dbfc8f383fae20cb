namespace Simulator.Reports.Measures.Money;

/// <summary>Makes the rows of a summary about machines and money; null where a run has none.</summary>
internal static class RowsOfMoney
{
    public static IReadOnlyList<PoolRow>? Pools(RunRecorder run) =>
        run.Pools.Count == 0 ? null : [.. run.Pools.Select(pool => RowOf(run, pool, run.Scenario.Duration))];

    /// <summary>The dearest first.</summary>
    public static IReadOnlyList<WorkloadCostRow>? Workloads(RunRecorder run)
    {
        if (!run.Pools.Any(pool => pool.PricePerHour is not null)) return null;
        return [.. run.Workloads.Select(workload =>
                new WorkloadCostRow(
                    workload.Cluster, workload.Name, Dollars(workload.CostAt(run.Scenario.Duration)), Hours(workload.Cpu?.Requested),
                    Hours(workload.Cpu?.Used)))
            .Where(row => row.Cost > 0)
            .OrderByDescending(row => row.Cost)
            .ThenBy(row => row.Cluster, StringComparer.Ordinal)
            .ThenBy(row => row.Workload, StringComparer.Ordinal)];
    }

    private static PoolRow RowOf(RunRecorder run, PoolLife pool, TimeSpan end) => new(
        pool.Cluster,
        pool.Name,
        pool.Spec.MachineType,
        pool.MachinesAtStart,
        pool.MachinesMax,
        pool.Machines,
        Math.Round(pool.MachineHoursAt(end), 3),
        pool.PricePerHour is { } price ? Math.Round(price, 6) : null,
        pool.PriceSource,
        pool.PricePerHour is null ? null : Dollars(pool.CostAt(end)),
        pool.PricePerHour is null ? null : Dollars(pool.IdleAt(end)))
    {
        Energy = run.Cpu.Count > 0 ? Hours(pool.EnergyAt(end)) : null,
    };

    private static double? Hours(double? hours) => hours is { } known ? Math.Round(known, 3, MidpointRounding.AwayFromZero) : null;

    private static double Dollars(double dollars) => Math.Round(dollars, 4, MidpointRounding.AwayFromZero);
}
