namespace Simulator.Reports.Measures.Money;

/// <summary>What a run cost, and how its machines came and went.</summary>
internal sealed class MeasuresOfMoney(RunRecorder run, MeasureSet measures)
{
    public void Add()
    {
        if (run.Pools.Count == 0) return;
        var end = run.Scenario.Duration;
        measures.AddHours("machines.hours", run.Pools.Sum(pool => pool.MachineHoursAt(end)));
        if (run.Totals.IsElastic) AddMachines();
        AddEnergy(end);
        if (!run.Pools.Any(pool => pool.PricePerHour is not null)) return;
        var (total, idle) = (run.Pools.Sum(pool => pool.CostAt(end)), run.Pools.Sum(pool => pool.IdleAt(end)));
        measures.AddDollars("cost.total", total);
        measures.AddDollars("cost.idle", idle);
        if (run.Pools.Any(pool => pool.DiskPerHour > 0))
        {
            measures.AddDollars("cost.bootDisks", run.Pools.Sum(pool => pool.DiskPerHour * pool.MachineHoursAt(end)));
        }
        if (total > 0) measures.AddShare("cost.idleShare", idle / total);
        if (!run.Totals.HasTraffic) return;
        var requests = run.RequestsAt(end);
        if (requests.Requests * requests.Answered is var answered and > 0)
        {
            measures.AddDollars("cost.perMillionRequests", total / answered * 1e6);
        }
    }

    private void AddEnergy(TimeSpan end)
    {
        if (run.Cpu.Count == 0 || !run.Pools.Any(pool => pool.Spec.Power is not null)) return;
        measures.AddHours("energy.total", run.Pools.Sum(pool => pool.EnergyAt(end) ?? 0));
        measures.AddHours("energy.idle", run.Pools.Sum(pool => pool.IdleEnergyAt(end) ?? 0));
    }

    private void AddMachines()
    {
        var bills = run.Clusters.Select(cluster => cluster.Bill).ToList();
        measures.AddCount("machines.max", run.Pools.Sum(pool => pool.MachinesMax));
        measures.AddCount("machines.requested", bills.Sum(bill => bill.Requested));
        measures.AddCount("machines.deleted", bills.Sum(bill => bill.Deleted));
        double[] starts = [.. bills.SelectMany(bill => bill.StartTimes).Select(time => time.TotalSeconds).Order()];
        measures.AddPercentiles("machineStart", starts, [("p50", 0.5), ("max", 1)]);
    }
}
