namespace Simulator.Reports.Measures.Catalog;

/// <summary>The measures whose names begin with n to z.</summary>
internal static class MeasuresFromN
{
    public static IReadOnlyList<MeasureEntry> All { get; } =
    [
        new("names.changes", "changes", Stakes.Fact, "Times that DNS answered something else for a pet's name, after its first address."),
        new("names.longestStale", "s", Stakes.Sooner, "Longest that DNS told an address at which nothing served."),
        new("names.staleSeconds", "s", Stakes.Sooner, "Time in which DNS told an address at which nothing served, all names together."),
        new("nodes.memoryPressure", "nodes", Stakes.Fewer, "Nodes that said MemoryPressure at some time (--eviction-hard)."),
        new("nodes.outOfMemory", "nodes", Stakes.Fewer, "Nodes on which the kernel killed a container because their memory was full."),
        new("pending.max", "s", Stakes.Quick, "Created to bound, longest; pods created after time zero and bound."),
        new("pending.p50", "s", Stakes.Quick, "Created to bound, median (percentiles are nearest rank)."),
        new("pending.p99", "s", Stakes.Quick, "Created to bound, 99th percentile."),
        new("pets.identityOverlapSeconds", "s", Stakes.Sooner, "Time in which two lives of one pet ran at once, all pets together."),
        new("pets.identityOverlaps", "overlaps", Stakes.Never, "Times that a pet's new life began while its old one still ran."),
        new(
            "pets.longestAbsence", "s", Stakes.Sooner,
            "Longest that a pet was not both ready and serving after it had been; to the end of the run if it did not come back."),
        new("pets.movedToOtherNode", "pets", Stakes.Fact, "Pets that came back on another node."),
        new("pets.notBackAtEnd", "pets", Stakes.Never, "Pets that had been there and are away when the run ends."),
        new("podStart.max", "s", Stakes.Quick, "Created to ready, longest; pods created after time zero that became ready."),
        new("podStart.p50", "s", Stakes.Quick, "Created to ready, median."),
        new("podStart.p90", "s", Stakes.Quick, "Created to ready, 90th percentile."),
        new("podStart.p99", "s", Stakes.Quick, "Created to ready, 99th percentile."),
        new("pods.created", "pods", Stakes.Fact, "Pods created after time zero."),
        new("pods.evictedByKubelet", "pods", Stakes.Fewer, "Pods that kubelets evicted for want of memory (--eviction-hard)."),
        new("pods.pendingAtEnd", "pods", Stakes.Never, "Pods without a node when the run ends."),
        new(
            "pods.refusedByKubelet", "pods", Stakes.Fewer,
            "Pods that were bound to a node and refused by its kubelet: they fail, and are not tried again."),
        new("podsRemoved.first", "s", Stakes.Fact, "From the outage to the first evicted pod of its nodes whose API object is gone."),
        new("podsRemoved.last", "s", Stakes.Sooner, "From the outage to the last evicted pod of its nodes whose API object is gone."),
        new(
            "recovery.allReplicasReady", "s", Stakes.Recovered,
            "From the outage until every workload has all its desired replicas ready and serving; absent if never."),
        new(
            "recovery.worstWorkload", "s", Stakes.Sooner,
            "Longest unbroken time that one workload was below full strength after the outage, to the end of the run if it "
                + "never came back."),
        new(
            "recovery.zone.<zone>", "s", Stakes.Recovered,
            "From the outage until all nodes that it took down in the zone are ready again; absent if never."),
        new(
            "replicaSeconds.lost", "replica-seconds", Stakes.LessLost,
            "Replicas that were there once and are asked for, but not both ready to the API and serving in truth: what users miss."),
        new(
            "replicaSeconds.lostByReady", "replica-seconds", Stakes.LessLost,
            "The same by the API's ready alone; less than the truth while an outage goes unnoticed."),
        new("replicaSeconds.lostByServing", "replica-seconds", Stakes.LessLost, "The same by truth alone: containers that do not serve."),
        new(
            "replicaSeconds.sentToDead", "replica-seconds", Stakes.LessLost,
            "Replicas that the API calls ready and that do not serve: requests still go there."),
        new(
            "requests.failed", "requests", Stakes.Refused,
            "Requests that found no endpoint, a dead one, one that they did not reach, or one that was full or too slow, to the last try."),
        new(
            "requests.slow", "requests", Stakes.Refused,
            "Requests that were answered in time, but later than the slowAfter of their traffic."),
        new("requests.total", "requests", Stakes.Fact, "Requests of users to services with traffic."),
        new(
            "requests.waiting", "requests", Stakes.Refused,
            "Requests in queues of more than half a minute when the run ends: they count as not answered."),
        new(
            "scaling.blindSeconds", "s", Stakes.Sooner,
            "Time in which passes of a horizontal autoscaler failed, all autoscalers together."),
        new(
            "scaling.cappedReplicaSeconds", "replica-seconds", Stakes.LessLost,
            "Replicas beyond their maximum that horizontal autoscalers' measurements asked for."),
        new("scaling.down", "decisions", Stakes.Fact, "Times that a horizontal autoscaler took replicas away."),
        new(
            "scaling.podHoursIdle", "pod-hours", Stakes.Frugal,
            "Pods that served beyond those that the autoscaler's target needs for what came; without one, beyond those "
                + "that can just serve it."),
        new(
            "scaling.podHoursMissing", "pod-hours", Stakes.Frugal,
            "Pods that were missing to serve what came, were each to serve all that it can."),
        new(
            "scaling.reaction.max", "s", Stakes.Sooner,
            "From a load above an autoscaler's target and tolerance until enough pods were ready and users had what they "
                + "are promised, longest; of times with a decision in between."),
        new("scaling.reaction.p50", "s", Stakes.Sooner, "The same, median."),
        new("scaling.reaction.toDecision", "s", Stakes.Sooner, "Of the longest: until the autoscaler decided. The five add up to it."),
        new(
            "scaling.reaction.toMachine", "s", Stakes.Sooner,
            "Of the longest: from there until a machine was requested; 0 if none was needed."),
        new("scaling.reaction.toNode", "s", Stakes.Sooner, "Of the longest: from there until its node was Ready."),
        new("scaling.reaction.toPods", "s", Stakes.Sooner, "Of the longest: from there until enough pods were ready."),
        new(
            "scaling.reaction.toPromise", "s", Stakes.Sooner,
            "Of the longest: from there until users had what they are promised (objective)."),
        new("scaling.up", "decisions", Stakes.Fact, "Times that a horizontal autoscaler added replicas."),
        new(
            "scaling.upToReady.max", "s", Stakes.Sooner,
            "From such a decision until its workload had all replicas that it was asked for, longest."),
        new("scaling.upToReady.p50", "s", Stakes.Sooner, "The same, median."),
        new(
            "state.dataLossEvents", "events", Stakes.Never,
            "Times that data was lost: the last copy gone, or writes that no other member had."),
        new("state.dataLost", "share", Stakes.LostData, "Share of an application's data that was lost, the largest of these times."),
        new(
            "state.longestNotWritable", "s", Stakes.Sooner,
            "Longest unbroken time in which an application took no writes, or not all (no quorum, no primary, a share missing)."),
        new(
            "state.secondsNotWritable", "s", Stakes.Sooner,
            "The same summed up, all applications together; counted after each had taken writes for the first time."),
        new(
            "state.underReplicatedSeconds", "copy-seconds", Stakes.LessLost,
            "Copies of an application's data that were missing or behind."),
        new("state.writesLost", "s", Stakes.Sooner, "Time whose writes were taken and lost, all applications together."),
        new("state.writesRefused", "writes", Stakes.Refused, "Writes that users wanted and that were refused."),
        new(
            "steady.availability.usable", "share", Stakes.Available,
            "The share of the replicas that was usable, the mean over time after the warm-up; as all of steady, only of replicate "
                + "--warm-up."),
        new("steady.availability.users", "share", Stakes.Available, "The share of the requests that did not fail, likewise."),
        new("steady.latency.p99", "s", Stakes.Answered, "99 of 100 answers in time take no longer, likewise, of the slowest service."),
        new("steady.nodes.ready", "nodes", Stakes.Fact, "Nodes that the API calls ready, likewise."),
        new("steady.pods.pending", "pods", Stakes.Fewer, "Pods without a node, likewise."),
        new(
            "steady.warmUp", "s", Stakes.Fact,
            "The warm-up that was left out; with auto, a run that has not settled has neither this nor any other of them."),
        new("unschedulable.attempts", "attempts", Stakes.Fewer, "Passes of the scheduler that found no node for a pod."),
        new(
            "users.answered.<region>", "share", Stakes.Available,
            "Requests of the region's users to federated services that were answered."),
        new(
            "users.farShare", "share", Stakes.FactOfShare,
            "Tries of users of federated services that a cluster of another region answered, of all answered."),
        new(
            "users.firstServed.<region>", "s", Stakes.Sooner,
            "From the outage until the first of the region's users who had lost their service were answered again."),
        new(
            "users.latency.<region>", "s", Stakes.Answered,
            "99 of 100 answers in time to the region's users took no longer, the network included."),
        new(
            "users.misledFailed", "requests", Stakes.Refused,
            "Requests of users that failed because what DNS answered at the time led nowhere."),
        new(
            "users.overloadFailed", "requests", Stakes.Refused,
            "Requests of users that failed in a cluster which answers, but was not up to all of them."),
        new(
            "users.served.<region>", "s", Stakes.Sooner,
            "From the outage until 99 % of the requests of the region's users were answered, or as many as before, for ten "
                + "minutes at least; absent if they never lost them or never again."),
        new("users.slow", "requests", Stakes.Refused, "Answers to users that came later than their slowAfter, or on a later try."),
        new("users.stale", "requests", Stakes.Refused, "Requests of users sent by a DNS answer that was no longer current."),
        new("users.staleFailed", "requests", Stakes.Refused, "Of those that failed, the ones whose stale answer led nowhere."),
        new(
            "utilization.cpu.<zone>.end", "share", Stakes.FactOfShare,
            "CPU requested by pods on the zone's nodes of the allocatable, at the end of the run."),
        new("utilization.cpu.<zone>.start", "share", Stakes.FactOfShare, "The same when the clusters' start is done."),
        new("utilization.memory.<zone>.end", "share", Stakes.FactOfShare, "Memory requested of the allocatable, at the end of the run."),
        new("utilization.memory.<zone>.start", "share", Stakes.FactOfShare, "The same when the clusters' start is done."),
        new(
            "volumes.mount.p50", "s", Stakes.Quick,
            "From the kubelet's taking of a pod to all its volumes mounted, median; after time zero."),
        new("volumes.mount.p99", "s", Stakes.Quick, "The same, 99th percentile."),
    ];
}
