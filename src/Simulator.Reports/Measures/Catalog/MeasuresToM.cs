namespace Simulator.Reports.Measures.Catalog;

/// <summary>The measures whose names begin with a to m.</summary>
internal static class MeasuresToM
{
    public static IReadOnlyList<MeasureEntry> All { get; } =
    [
        new("availability.replicas", "share", Stakes.Available, "Desired replica-time that the API called ready, over the whole run."),
        new(
            "availability.usable", "share", Stakes.Available,
            "Desired replica-time that was ready to the API and served in truth, over the whole run."),
        new("availability.users", "share", Stakes.Available, "Requests to services with traffic that were answered."),
        new("availability.usersWorstMinute", "share", Stakes.Available, "The same in the worst minute of the run, all services together."),
        new(
            "availability.usersWorstService", "share", Stakes.Available,
            "The same for the service where it is lowest, over the whole run."),
        new(
            "availability.worstService", "share", Stakes.Available,
            "availability.usable of the workloads behind a service, for the service where it is lowest."),
        new("claims.bind.p50", "s", Stakes.Quick, "Created to bound, median; claims created after time zero that were bound."),
        new("claims.bind.p99", "s", Stakes.Quick, "Created to bound, 99th percentile."),
        new("claims.lostAtEnd", "claims", Stakes.Never, "Claims whose volume is gone when the run ends."),
        new("claims.pendingAtEnd", "claims", Stakes.Never, "Claims without a volume when the run ends."),
        new(
            "containers.oomKilled", "containers", Stakes.Fewer,
            "Times that the kernel killed a container for its memory: its node's was full, or it had reached its own limit."),
        new("cost.bootDisks", "dollars", Stakes.Cheaper, "The part of cost.total that the disks are which machines start from (bootDisk)."),
        new(
            "cost.idle", "dollars", Stakes.Cheaper,
            "The part of cost.total that no pod had requested (a machine's price is that of its CPU and its memory)."),
        new("cost.idleShare", "share", Stakes.Leaner, "cost.idle of cost.total."),
        new("cost.perMillionRequests", "dollars", Stakes.Cheaper, "cost.total for a million requests that were answered."),
        new(
            "cost.total", "dollars", Stakes.Cheaper,
            "What the machines of pools with a price cost, from when the cloud gave each until it was gone."),
        new("cpu.requested", "core-hours", Stakes.Fact, "CPU that the pods with a load requested while they served."),
        new("cpu.used", "core-hours", Stakes.Fact, "CPU that they used."),
        new("cpu.usedShare", "share", Stakes.FactOfShare, "cpu.used of cpu.requested."),
        new(
            "detection.first", "s", Stakes.Sooner,
            "From the outage to the first of its nodes marked not ready (Ready is Unknown or False)."),
        new("detection.last", "s", Stakes.Sooner, "From the outage to the last of its nodes marked so far."),
        new("detection.nodes", "nodes", Stakes.Fact, "Nodes of the outage that were marked."),
        new(
            "disks.attachRefusals", "refusals", Stakes.Fewer,
            "Times that the cloud refused to attach a disk, once for each disk, node and reason."),
        new(
            "disks.forcedDetaches", "detaches", Stakes.Fewer,
            "Disks taken from a node that had not said that they are unmounted (after six minutes)."),
        new("endpointsRemoved.first", "s", Stakes.Sooner, "From the outage to the first ready address that left a service."),
        new(
            "endpointsRemoved.last", "s", Stakes.Sooner,
            "From the outage to the last ready address that left a service before recovery or the next outage."),
        new("energy.idle", "kWh", Stakes.Frugal, "The part of energy.total that the machines draw at rest."),
        new(
            "energy.total", "kWh", Stakes.Frugal,
            "What the machines of pools draw whose power is known: from idle to busy along a straight line, by the CPU "
                + "that pods with a load use."),
        new(
            CountedWork.Name, "events", CountedWork.Stake,
            "Events of the engine, the work of the run: of the program, not of the scenario, so that only comparisons have it."),
        new("eviction.first", "s", Stakes.Fact, "From the outage to the first of its nodes whose pods are evicted."),
        new(
            "eviction.interval", "s", Stakes.Fact,
            "From one evicted node to the next, on average, if there were three at least; without those that were let "
                + "through together at first."),
        new("eviction.last", "s", Stakes.Sooner, "From the outage to the last eviction of one of its nodes that moved a pod."),
        new("eviction.nodes", "nodes", Stakes.Fact, "Nodes of the outage that pods were evicted from."),
        new("eviction.pods", "pods", Stakes.Fact, "Pods evicted from nodes of the outage."),
        new(
            "federation.noticed", "s", Stakes.Sooner,
            "From the outage until the federation's control plane found that a cluster is not well; absent if it never did."),
        new(
            "federation.replicasMoved", "replicas", Stakes.Fact,
            "Replicas of federated ReplicaSets that clusters were given beyond what each had when the outage began, at most."),
        new(
            "latency.p50", "s", Stakes.Answered,
            "Half of the requests that were answered in time took no longer, over the whole run; of the service where it is highest."),
        new("latency.p95", "s", Stakes.Answered, "The same for 95 of 100."),
        new("latency.p99", "s", Stakes.Answered, "The same for 99 of 100."),
        new(
            "latency.p99Highest", "s", Stakes.Answered,
            "The 99th percentile of the worst moment of the run, of the service where it is highest."),
        new("machineStart.max", "s", Stakes.Sooner, "From the request for a machine to its node's first readiness, longest."),
        new("machineStart.p50", "s", Stakes.Sooner, "The same, median."),
        new("machines.deleted", "machines", Stakes.Fact, "Machines that were deleted, taken away or lost, in pools whose size may change."),
        new("machines.hours", "hours", Stakes.Frugal, "Hours of machines, all pools whose price or size is told together."),
        new("machines.max", "machines", Stakes.Fact, "Most machines at a time, pool by pool, summed up."),
        new("machines.requested", "machines", Stakes.Fact, "Machines that were requested after time zero."),
    ];
}
