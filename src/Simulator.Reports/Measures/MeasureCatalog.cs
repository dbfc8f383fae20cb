using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <param name="Pattern">Name of the measure; <c>&lt;zone&gt;</c> and <c>&lt;region&gt;</c> stand for the name of one.</param>
/// <param name="Unit">s (seconds), share (from 0 to 1), replica-seconds, or what is counted.</param>
/// <param name="Meaning">One sentence; "after the outage" is after the start of the first outage, or of the first that did anything if
/// those before it took no node down and cost nothing.</param>
public sealed record MeasureEntry(string Pattern, string Unit, string Meaning);

/// <summary>Every measure that a run can have. What does not apply to a run (an outage's measures without one) is absent from it.</summary>
public static class MeasureCatalog
{
    private const string ZonePart = "<zone>";
    private const string RegionPart = "<region>";

    public static IReadOnlyList<MeasureEntry> All { get; } =
    [
        new("availability.replicas", "share", "Desired replica-time that the API called ready, over the whole run."),
        new("availability.usable", "share", "Desired replica-time that was ready to the API and served in truth, over the whole run."),
        new("availability.users", "share", "Requests to services with traffic that were answered."),
        new("availability.usersWorstMinute", "share", "The same in the worst minute of the run, all services together."),
        new("availability.usersWorstService", "share", "The same for the service where it is lowest, over the whole run."),
        new(
            "availability.worstService", "share",
            "availability.usable of the workloads behind a service, for the service where it is lowest."),
        new("claims.bind.p50", "s", "Created to bound, median; claims created after time zero that were bound."),
        new("claims.bind.p99", "s", "Created to bound, 99th percentile."),
        new("claims.lostAtEnd", "claims", "Claims whose volume is gone when the run ends."),
        new("claims.pendingAtEnd", "claims", "Claims without a volume when the run ends."),
        new(
            "containers.oomKilled", "containers",
            "Times that the kernel killed a container for its memory: its node's was full, or it had reached its own limit."),
        new("cost.bootDisks", "dollars", "The part of cost.total that the disks are which machines start from (bootDisk)."),
        new(
            "cost.idle", "dollars",
            "The part of cost.total that no pod had requested (a machine's price is that of its CPU and its memory)."),
        new("cost.idleShare", "share", "cost.idle of cost.total."),
        new("cost.perMillionRequests", "dollars", "cost.total for a million requests that were answered."),
        new("cost.total", "dollars", "What the machines of pools with a price cost, from when the cloud gave each until it was gone."),
        new("cpu.requested", "core-hours", "CPU that the pods with a load requested while they served."),
        new("cpu.used", "core-hours", "CPU that they used."),
        new("cpu.usedShare", "share", "cpu.used of cpu.requested."),
        new("detection.first", "s", "From the outage to the first of its nodes marked not ready (Ready is Unknown or False)."),
        new("detection.last", "s", "From the outage to the last of its nodes marked so far."),
        new("detection.nodes", "nodes", "Nodes of the outage that were marked."),
        new("disks.attachRefusals", "refusals", "Times that the cloud refused to attach a disk, once for each disk, node and reason."),
        new("disks.forcedDetaches", "detaches", "Disks taken from a node that had not said that they are unmounted (after six minutes)."),
        new("endpointsRemoved.first", "s", "From the outage to the first ready address that left a service."),
        new(
            "endpointsRemoved.last", "s",
            "From the outage to the last ready address that left a service before recovery or the next outage."),
        new(
            "energy.idle", "kWh",
            "The part of energy.total that the machines draw at rest."),
        new(
            "energy.total", "kWh",
            "What the machines of pools draw whose power is known: from idle to busy along a straight line, by the CPU that pods with a "
                + "load "
                + "use."),
        new("eviction.first", "s", "From the outage to the first of its nodes whose pods are evicted."),
        new(
            "eviction.interval", "s",
            "From one evicted node to the next, on average, if there were three at least; without those that were let through together "
                + "at first."),
        new("eviction.last", "s", "From the outage to the last eviction of one of its nodes that moved a pod."),
        new("eviction.nodes", "nodes", "Nodes of the outage that pods were evicted from."),
        new("eviction.pods", "pods", "Pods evicted from nodes of the outage."),
        new(
            "latency.p50", "s",
            "Half of the requests that were answered in time took no longer, over the whole run; of the service where it is highest."),
        new("latency.p95", "s", "The same for 95 of 100."),
        new("latency.p99", "s", "The same for 99 of 100."),
        new("latency.p99Highest", "s", "The 99th percentile of the worst moment of the run, of the service where it is highest."),
        new("machineStart.max", "s", "From the request for a machine to its node's first readiness, longest."),
        new("machineStart.p50", "s", "The same, median."),
        new("machines.deleted", "machines", "Machines that were deleted, taken away or lost, in pools whose size may change."),
        new("machines.hours", "hours", "Hours of machines, all pools whose price or size is told together."),
        new("machines.max", "machines", "Most machines at a time, pool by pool, summed up."),
        new("machines.requested", "machines", "Machines that were requested after time zero."),
        new("names.changes", "changes", "Times that DNS answered something else for a pet's name, after its first address."),
        new("names.longestStale", "s", "Longest that DNS told an address at which nothing served."),
        new("names.staleSeconds", "s", "Time in which DNS told an address at which nothing served, all names together."),
        new("nodes.memoryPressure", "nodes", "Nodes that said MemoryPressure at some time (--eviction-hard)."),
        new("nodes.outOfMemory", "nodes", "Nodes on which the kernel killed a container because their memory was full."),
        new("pending.max", "s", "Created to bound, longest; pods created after time zero and bound."),
        new("pending.p50", "s", "Created to bound, median (percentiles are nearest rank)."),
        new("pending.p99", "s", "Created to bound, 99th percentile."),
        new("pets.identityOverlapSeconds", "s", "Time in which two lives of one pet ran at once, all pets together."),
        new("pets.identityOverlaps", "overlaps", "Times that a pet's new life began while its old one still ran."),
        new(
            "pets.longestAbsence", "s",
            "Longest that a pet was not both ready and serving after it had been; to the end of the run if it did not come back."),
        new("pets.movedToOtherNode", "pets", "Pets that came back on another node."),
        new("pets.notBackAtEnd", "pets", "Pets that had been there and are away when the run ends."),
        new("podStart.max", "s", "Created to ready, longest; pods created after time zero that became ready."),
        new("podStart.p50", "s", "Created to ready, median."),
        new("podStart.p90", "s", "Created to ready, 90th percentile."),
        new("podStart.p99", "s", "Created to ready, 99th percentile."),
        new("pods.created", "pods", "Pods created after time zero."),
        new("pods.evictedByKubelet", "pods", "Pods that kubelets evicted for want of memory (--eviction-hard)."),
        new("pods.pendingAtEnd", "pods", "Pods without a node when the run ends."),
        new(
            "pods.refusedByKubelet", "pods",
            "Pods that were bound to a node and refused by its kubelet: they fail, and are not tried again."),
        new("podsRemoved.first", "s", "From the outage to the first evicted pod of its nodes whose API object is gone."),
        new("podsRemoved.last", "s", "From the outage to the last evicted pod of its nodes whose API object is gone."),
        new(
            "recovery.allReplicasReady", "s",
            "From the outage until every workload has all its desired replicas ready and serving; absent if never."),
        new(
            "recovery.worstWorkload", "s",
            "Longest unbroken time that one workload was below full strength after the outage, to the end of the run if it never came "
                + "back."),
        new("recovery.zone.<zone>", "s", "From the outage until all nodes that it took down in the zone are ready again; absent if never."),
        new(
            "replicaSeconds.lost", "replica-seconds",
            "Replicas that were there once and are asked for, but not both ready to the API and serving in truth: what users miss."),
        new(
            "replicaSeconds.lostByReady", "replica-seconds",
            "The same by the API's ready alone; less than the truth while an outage goes unnoticed."),
        new("replicaSeconds.lostByServing", "replica-seconds", "The same by truth alone: containers that do not serve."),
        new(
            "replicaSeconds.sentToDead", "replica-seconds",
            "Replicas that the API calls ready and that do not serve: requests still go there."),
        new(
            "requests.failed", "requests",
            "Requests that found no endpoint, a dead one, one that they did not reach, or one that was full or too slow, to the last try."),
        new("requests.slow", "requests", "Requests that were answered in time, but later than the slowAfter of their traffic."),
        new("requests.total", "requests", "Requests of users to services with traffic."),
        new("requests.waiting", "requests", "Requests in queues of more than half a minute when the run ends: they count as not answered."),
        new("scaling.blindSeconds", "s", "Time in which passes of a horizontal autoscaler failed, all autoscalers together."),
        new(
            "scaling.cappedReplicaSeconds", "replica-seconds",
            "Replicas beyond their maximum that horizontal autoscalers' measurements asked for."),
        new("scaling.down", "decisions", "Times that a horizontal autoscaler took replicas away."),
        new(
            "scaling.podHoursIdle", "pod-hours",
            "Pods that served beyond those that the autoscaler's target needs for what came; without one, beyond those that can just serve "
                + "it."),
        new("scaling.podHoursMissing", "pod-hours", "Pods that were missing to serve what came, were each to serve all that it can."),
        new(
            "scaling.reaction.max", "s",
            "From a load above an autoscaler's target and tolerance until enough pods were ready and users had what they are promised, "
                + "longest; of times with a decision in between."),
        new("scaling.reaction.p50", "s", "The same, median."),
        new("scaling.reaction.toDecision", "s", "Of the longest: until the autoscaler decided. The five add up to it."),
        new("scaling.reaction.toMachine", "s", "Of the longest: from there until a machine was requested; 0 if none was needed."),
        new("scaling.reaction.toNode", "s", "Of the longest: from there until its node was Ready."),
        new("scaling.reaction.toPods", "s", "Of the longest: from there until enough pods were ready."),
        new("scaling.reaction.toPromise", "s", "Of the longest: from there until users had what they are promised (objective)."),
        new("scaling.up", "decisions", "Times that a horizontal autoscaler added replicas."),
        new("scaling.upToReady.max", "s", "From such a decision until its workload had all replicas that it was asked for, longest."),
        new("scaling.upToReady.p50", "s", "The same, median."),
        new("state.dataLossEvents", "events", "Times that data was lost: the last copy gone, or writes that no other member had."),
        new("state.dataLost", "share", "Share of an application's data that was lost, the largest of these times."),
        new(
            "state.longestNotWritable", "s",
            "Longest unbroken time in which an application took no writes, or not all (no quorum, no primary, a share missing)."),
        new(
            "state.secondsNotWritable", "s",
            "The same summed up, all applications together; counted after each had taken writes for the first time."),
        new("state.underReplicatedSeconds", "copy-seconds", "Copies of an application's data that were missing or behind."),
        new("state.writesLost", "s", "Time whose writes were taken and lost, all applications together."),
        new("state.writesRefused", "writes", "Writes that users wanted and that were refused."),
        new("unschedulable.attempts", "attempts", "Passes of the scheduler that found no node for a pod."),
        new("users.answered.<region>", "share", "Requests of the region's users to federated services that were answered."),
        new(
            "users.farShare", "share", "Tries of users of federated services that a cluster of another region answered, of all answered."),
        new(
            "users.firstServed.<region>", "s",
            "From the outage until the first of the region's users who had lost their service were answered again."),
        new("users.latency.<region>", "s", "99 of 100 answers in time to the region's users took no longer, the network included."),
        new("users.misledFailed", "requests", "Requests of users that failed because what DNS answered at the time led nowhere."),
        new(
            "users.overloadFailed", "requests", "Requests of users that failed in a cluster which answers, but was not up to all of them."),
        new(
            "users.served.<region>", "s",
            "From the outage until 99 % of the requests of the region's users were answered, or as many as before, for ten minutes at "
                + "least; absent if they never lost them or never again."),
        new("users.slow", "requests", "Answers to users that came later than their slowAfter, or on a later try."),
        new("users.stale", "requests", "Requests of users sent by a DNS answer that was no longer current."),
        new("users.staleFailed", "requests", "Of those that failed, the ones whose stale answer led nowhere."),
        new("utilization.cpu.<zone>.end", "share", "CPU requested by pods on the zone's nodes of the allocatable, at the end of the run."),
        new("utilization.cpu.<zone>.start", "share", "The same when the clusters' start is done."),
        new("utilization.memory.<zone>.end", "share", "Memory requested of the allocatable, at the end of the run."),
        new("utilization.memory.<zone>.start", "share", "The same when the clusters' start is done."),
        new("volumes.mount.p50", "s", "From the kubelet's taking of a pod to all its volumes mounted, median; after time zero."),
        new("volumes.mount.p99", "s", "The same, 99th percentile."),
    ];

    /// <summary>Whether a run can have a measure of this name, with any zone's or region's name where one belongs.</summary>
    public static bool IsKnown(string name) => Find(name) is not null;

    /// <returns>Null if there is no such measure.</returns>
    public static MeasureEntry? Find(string name) => All.FirstOrDefault(entry => Matches(entry.Pattern, name));

    /// <summary>The names that a measure has in runs of a scenario: one, or one for each zone or region.</summary>
    public static IReadOnlyList<string> NamesOf(MeasureEntry entry, Scenario scenario)
    {
        if (HoleIn(entry.Pattern) is not { } hole) return [entry.Pattern];
        var places = hole == ZonePart
            ? scenario.Clusters.SelectMany(cluster => cluster.Zones)
            : scenario.Users.Select(users => users.Region);
        return [.. places.Distinct().Select(place => entry.Pattern.Replace(hole, place, StringComparison.Ordinal))];
    }

    /// <summary>Why no run of a scenario has the measure; null if one can.</summary>
    public static string? Lack(string measure, Scenario scenario) => MeasureNeeds.Lack(measure, scenario);

    private static string? HoleIn(string pattern) =>
        pattern.Contains(ZonePart, StringComparison.Ordinal) ? ZonePart
        : pattern.Contains(RegionPart, StringComparison.Ordinal) ? RegionPart
        : null;

    private static bool Matches(string pattern, string name)
    {
        if (HoleIn(pattern) is not { } hole) return pattern == name;
        var at = pattern.IndexOf(hole, StringComparison.Ordinal);
        var (head, tail) = (pattern[..at], pattern[(at + hole.Length)..]);
        return name.Length > head.Length + tail.Length
            && name.StartsWith(head, StringComparison.Ordinal)
            && name.EndsWith(tail, StringComparison.Ordinal);
    }
}
