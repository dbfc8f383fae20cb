using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Money;

/// <summary>A pool of machines over a run: how many there were, what they cost, and how much of that was asked for.</summary>
public sealed class PoolLife(string cluster, NodePoolSpec pool)
{
    private Accrual _machineHours;
    private Accrual _cost;
    private Accrual _requested;

    public string Cluster => cluster;

    public string Name => pool.Name;

    public NodePoolSpec Spec => pool;

    /// <summary>US dollars for an hour of one of its machines with its disk; null if nobody says.</summary>
    public double? PricePerHour => pool.Price is not { } price ? null
        : DiskPerHour + (pool.Lifetime is null ? price.PerHour : price.PreemptiblePerHour ?? price.PerHour);

    /// <summary>The part of it that the disk is which the machine starts from; 0 if nobody says which, or what it costs.</summary>
    public double DiskPerHour =>
        pool is { BootDisk: { } kind, DiskPrice: { } disks } ? disks.PerHour(kind, pool.BootDiskGigabytes) : 0;

    /// <summary>Of pods with a load on its machines, so far.</summary>
    public CpuHours Cpu { get; internal set; }

    /// <summary>Date and place of its prices; "" without one.</summary>
    public string PriceSource => pool.Price is not { } price ? ""
        : DiskPerHour > 0 ? $"{price.Source}; disks: {pool.DiskPrice!.Source}" : price.Source;

    /// <summary>Its size may change, or its machines may be taken away.</summary>
    public bool IsElastic => pool.Limits is not null || pool.Lifetime is not null;

    /// <summary>Machines that the cloud has given, now: what is paid for.</summary>
    public int Machines { get; private set; }

    /// <summary>Nodes that the API calls ready: for a while also that of a machine that is gone.</summary>
    public int Ready { get; internal set; }

    /// <summary>Machines that the cloud took away because their lifetime was over.</summary>
    public int Preempted { get; internal set; }

    public int MachinesAtStart { get; private set; }

    public int MachinesMax { get; private set; }

    /// <summary>US dollars an hour, now.</summary>
    public double CostRate => _cost.Rate;

    /// <summary>
    /// Kilowatt-hours: a straight line from idle to busy, by the CPU that pods with a load use; null if nobody says what a machine draws.
    /// </summary>
    public double? EnergyAt(TimeSpan at) => pool.Power is not { } power ? null
        : ((power.IdleWatts * MachineHoursAt(at)) + ((power.PeakWatts - power.IdleWatts) * BusyHours)) / 1000;

    /// <summary>The part of it that its machines draw at rest.</summary>
    public double? IdleEnergyAt(TimeSpan at) => pool.Power?.IdleWatts * MachineHoursAt(at) / 1000;

    /// <summary>Hours of a whole machine.</summary>
    private double BusyHours =>
        pool.Capacity.TryGet(ResourceNames.Cpu, out var cpu) && cpu.MilliValue > 0 ? Cpu.Used * 1000 / cpu.MilliValue : 0;

    public double MachineHoursAt(TimeSpan at) => _machineHours.At(at);

    /// <summary>US dollars since the start of the run.</summary>
    public double CostAt(TimeSpan at) => _cost.At(at);

    /// <summary>The part of the cost that no pod has requested.</summary>
    public double IdleAt(TimeSpan at) => Math.Max(0, _cost.At(at) - _requested.At(at));

    internal void Change(TimeSpan at, int machines)
    {
        Machines += machines;
        if (at <= TimeSpan.Zero) MachinesAtStart = Machines;
        MachinesMax = Math.Max(MachinesMax, Machines);
        _machineHours.Change(at, machines);
        _cost.Change(at, machines * (PricePerHour ?? 0));
    }

    internal void ChangeRequested(TimeSpan at, double perHour) => _requested.Change(at, perHour);
}
