namespace Simulator.Reports.Measures;

public sealed record ClusterRow(
    string Name, int Nodes, IReadOnlyList<string> Zones, int PodsAtStart, int PodsAtEnd, int Workloads, int Services);

/// <param name="At">Seconds since the start of the run.</param>
/// <param name="EndedAt">Seconds since the start of the run; null: it lasted to the end.</param>
/// <param name="Nodes">Nodes that it took down.</param>
/// <param name="Pods">Pods that were on them, or that were drained from them.</param>
public sealed record OutageRow(string Cluster, string Kind, string Target, double At, double? EndedAt, int Nodes, int Pods);

/// <param name="Desired">Replicas asked for at the end.</param>
/// <param name="LowestReady">Fewest replicas both ready and serving since the first outage.</param>
/// <param name="SecondsBelowFull">Seconds with fewer replicas than it had and is asked for.</param>
/// <param name="ReplicaSecondsLost">As the measure replicaSeconds.lost.</param>
/// <param name="RecoveredAfter">Seconds from the first outage to full strength; null: it never fell, or never came back.</param>
/// <param name="IsShort">Below full strength at the end.</param>
public sealed record WorkloadRow(
    string Cluster,
    string Workload,
    int Desired,
    int LowestReady,
    double SecondsBelowFull,
    double ReplicaSecondsLost,
    double? RecoveredAfter,
    bool IsShort);

/// <param name="Workloads">Those that it selects.</param>
/// <param name="LowestReady">Fewest ready addresses since the first outage; null: there never were any.</param>
/// <param name="SecondsWithoutAddress">Seconds without any ready address, after its first.</param>
/// <param name="SecondsBelowFull">The longest of its workloads'.</param>
/// <param name="Availability">Share of the desired replica-time that was ready and serving, over the run; null: nothing was asked for
/// behind it.</param>
public sealed record ServiceRow(
    string Cluster,
    string Service,
    IReadOnlyList<string> Workloads,
    int Desired,
    int? LowestReady,
    double SecondsWithoutAddress,
    double SecondsBelowFull,
    double ReplicaSecondsLost,
    double? Availability)
{
    /// <summary>What users saw; null: nobody sends requests to it.</summary>
    public UserRow? Users { get; init; }
}

/// <param name="Requests">Over the whole run.</param>
/// <param name="Answered">Share of them that was answered.</param>
/// <param name="WorstMinute">The same in the worst minute.</param>
/// <param name="WorstMinuteAt">When that began, in seconds since the start of the run.</param>
public sealed record UserRow(double Requests, double Failed, double Answered, double WorstMinute, double WorstMinuteAt)
{
    /// <summary>
    /// <c>failing since 0:01:02, when a user deleted Deployment web</c>; null: no command of a user came right before its requests began to
    /// fail.
    /// </summary>
    public string? Cause { get; init; }
}

/// <param name="Hit">Nodes that an outage took down.</param>
public sealed record ZoneRow(
    string Zone,
    int Nodes,
    int Hit,
    int PodsAtStart,
    int PodsAtEnd,
    double CpuAtStart,
    double CpuAtEnd,
    double MemoryAtStart,
    double MemoryAtEnd);
