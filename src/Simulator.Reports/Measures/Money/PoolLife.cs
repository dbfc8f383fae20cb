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

    /// <summary>US dollars for an hour of one of its machines; null if nobody says.</summary>
    public double? PricePerHour => pool.Price is not { } price ? null
        : pool.Lifetime is null ? price.PerHour : price.PreemptiblePerHour ?? price.PerHour;

    /// <summary>Its size may change, or its machines may be taken away.</summary>
    public bool IsElastic => pool.Limits is not null || pool.Lifetime is not null;

    /// <summary>Machines that the cloud has given, now: what is paid for.</summary>
    public int Machines { get; private set; }

    /// <summary>Nodes that the API calls ready: for a while also that of a machine that is gone.</summary>
    public int Ready { get; internal set; }

    public int MachinesAtStart { get; private set; }

    public int MachinesMax { get; private set; }

    /// <summary>US dollars an hour, now.</summary>
    public double CostRate => _cost.Rate;

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
