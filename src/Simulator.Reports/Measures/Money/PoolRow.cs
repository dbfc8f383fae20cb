namespace Simulator.Reports.Measures.Money;

/// <summary>A pool of machines over a run. Dollars are US dollars; null: nobody says what its machines cost.</summary>
/// <param name="MachineType">"" if its capacity was given directly.</param>
/// <param name="PriceSource">Date and place of the price; "" without one.</param>
/// <param name="Idle">The part of the cost that no pod had requested.</param>
public sealed record PoolRow(
    string Cluster,
    string Pool,
    string MachineType,
    int MachinesAtStart,
    int MachinesMax,
    int MachinesAtEnd,
    double MachineHours,
    double? PricePerHour,
    string PriceSource,
    double? Cost,
    double? Idle)
{
    /// <summary>Kilowatt-hours; null if nobody says what its machines draw, or what CPU pods use.</summary>
    public double? Energy { get; init; }
}

/// <param name="Cost">US dollars that its pods' requests are of their machines' prices.</param>
/// <param name="Requested">Core-hours; null: nobody says what CPU its pods use.</param>
/// <param name="Used">Core-hours.</param>
public sealed record WorkloadCostRow(string Cluster, string Workload, double Cost, double? Requested, double? Used);
