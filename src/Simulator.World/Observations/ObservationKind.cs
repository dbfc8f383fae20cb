namespace Simulator.World.Observations;

/// <summary>
/// What happened; the comment says what the fields of the <see cref="Observation"/> hold. Pods, services and controllers are
/// "namespace/name".
/// </summary>
public enum ObservationKind
{
    /// <summary>Subject = cluster: the cluster's start is done (settled pods are placed). Value = pods placed.</summary>
    ClusterStarted,
    /// <summary>Subject = node, Other = zone, Value = allocatable milli-CPU, Extra = allocatable memory in bytes.</summary>
    NodeAdded,
    /// <summary>Ground truth: Subject = node, Other = outage kind, Value = number of the outage that took it down.</summary>
    NodeWentDown,
    /// <summary>Ground truth: Subject = node; its kubelet answers again.</summary>
    NodeCameBack,
    /// <summary>The API object's Ready condition changed: Subject = node, Other = "True", "False" or "Unknown".</summary>
    NodeReadyChanged,
    /// <summary>Subject = node: its object was deleted.</summary>
    NodeRemoved,
    /// <summary>Subject = controller, Other = its kind, Value = desired replicas (created, scaled or, with 0, deleted).</summary>
    WorkloadScaled,
    /// <summary>Subject = service.</summary>
    ServiceCreated,
    /// <summary>Subject = pod, Other = its controller or "", Value = requested milli-CPU, Extra = requested bytes.</summary>
    PodCreated,
    /// <summary>Subject = pod, Other = node.</summary>
    PodBound,
    /// <summary>A pass of the scheduler found no node: Subject = pod, Other = reason.</summary>
    PodUnschedulable,
    /// <summary>The API object turned Ready: Subject = pod, Other = node.</summary>
    PodReady,
    /// <summary>The API object turned not Ready: Subject = pod, Other = node.</summary>
    PodNotReady,
    /// <summary>The API object got a deletion timestamp: Subject = pod, Other = node.</summary>
    PodDeletionMarked,
    /// <summary>The API object is gone: Subject = pod, Other = node.</summary>
    PodRemoved,
    /// <summary>Ground truth: the pod's containers run and serve. Subject = pod, Other = node.</summary>
    PodServing,
    /// <summary>Ground truth: as PodServing; not of an earlier life while a younger one of the name serves on the same node.</summary>
    PodStoppedServing,
    /// <summary>The node controller starts to evict the pods of a node: Subject = node.</summary>
    NodeEvicted,
    /// <summary>The node controller turned network segmentation mode on or off: Other = "on" or "off".</summary>
    SegmentationMode,
    /// <summary>Subject = service, Value = ready addresses, Extra = not ready addresses.</summary>
    EndpointsChanged,
    /// <summary>Subject = what is struck, Other = outage kind, Value = number of the outage in the order of their starts, from 0.</summary>
    OutageStarted,
    /// <summary>As OutageStarted.</summary>
    OutageEnded,
    /// <summary>Subject = cluster: the run is over.</summary>
    RunEnded,
    /// <summary>The API server refused what a user wanted to create: Subject = kind and object ("Deployment default/web"), Other = its
    /// message in the words of 1.3.10 (422 <c>Deployment.extensions "web" is invalid: ...</c>, 403 <c>pods "web-" is forbidden: ...</c>),
    /// or the result where it has none ("AlreadyExists").</summary>
    CreationRefused,
    /// <summary>A program of the control plane runs: Subject = component ("scheduler-0", "api-server-0", "etcd-2").</summary>
    ComponentStarted,
    /// <summary>Subject = component, Other = why ("crash", "lost-lease", an outage kind).</summary>
    ComponentStopped,
    /// <summary>Subject = election ("scheduler", "controller-manager", "etcd"), Other = the new leader or "" for none.</summary>
    LeaderChanged,
    /// <summary>Subject = component whose watch was opened again, Other = kind, Value = 1 if everything had to be listed again.</summary>
    WatchReopened,
    /// <summary>The API server refused what a controller wanted to create, told once a minute for each reason: Subject = kind and object,
    /// or the prefix of its generated name ("Pod default/web-"), Other = its message: of an admission plug-in (403) or of the rules of the
    /// object's kind (422).</summary>
    CreationForbidden,
    /// <summary>The phase became final: Subject = pod, Other = "Succeeded", or "Failed" and a reason.</summary>
    PodFinished,
    /// <summary>Ground truth: Subject = pod, Other = why ("Crash", "Liveness", "Completed"), Value = restarts so far.</summary>
    ContainerRestarted,
    /// <summary>Ground truth: Subject = node, Other = image, Value = microseconds it took.</summary>
    ImagePulled,
    /// <summary>Ground truth: Subject = node, Other = image.</summary>
    ImagePullFailed,
    /// <summary>The kubelet evicts a pod: Subject = pod, Other = reason.</summary>
    PodEvictedByKubelet,
    /// <summary>The kubelet refuses a pod that was bound to its node: Subject = pod, Other = predicate.</summary>
    PodRejectedByKubelet,
    /// <summary>A condition other than Ready changed: Subject = node, Other = "MemoryPressure=True" and so on.</summary>
    NodeConditionChanged,
    /// <summary>Subject = node, Other = "True" (cordoned) or "False".</summary>
    NodeUnschedulableChanged,
    /// <summary>A disk was attached to a node: Subject = disk, Other = node, Value = 1 if for writing.</summary>
    DiskAttached,
    /// <summary>Subject = disk, Other = node.</summary>
    DiskDetached,
    /// <summary>A timed operation of a user was done: Subject = what ("scale default/web to 5"), Other = "Ok", or the API server's message,
    /// or the result where it has none; what was refused has changed nothing.</summary>
    OperationDone,
    /// <summary>Subject = Deployment, Other = "Started" or "Completed", Value = revision.</summary>
    RolloutChanged,
    /// <summary>The cloud has provisioned a load balancer: Subject = service, Other = its address.</summary>
    LoadBalancerReady,
    /// <summary>Requests to a service changed: Subject = service, Value = thousandths of one a second, Extra = those that fail.</summary>
    TrafficChanged,
    /// <summary>The scheduler gave up waiting to see its own decision (30 s): Subject = pod, Other = node.</summary>
    AssumptionExpired,
    /// <summary>Subject = claim, Other = "Pending", "Bound", "Lost" or "Deleted", Value = requested bytes.</summary>
    ClaimChanged,
    /// <summary>The binder has no volume for a claim, nor had one made (told once a reason): Subject = claim, Other = why.</summary>
    ClaimWaits,
    /// <summary>A volume's phase changed: Subject = volume, Other = its phase, or "Deleted", Value = capacity in bytes.</summary>
    VolumeChanged,
    /// <summary>The cloud has a new disk: Subject = disk, Other = zone, Value = bytes.</summary>
    DiskCreated,
    /// <summary>The cloud's disk is gone, and all that was on it: Subject = disk.</summary>
    DiskDeleted,
    /// <summary>The cloud attaches no disk: Subject = disk, Other = node, Value = 1 another node has it, 2 too many, 3 else.</summary>
    DiskAttachRefused,
    /// <summary>A disk is detached that its node may still use: Subject = disk, Other = node, Value = microseconds waited.</summary>
    DiskDetachForced,
    /// <summary>Ground truth: Subject = pod, Other = node, Value = microseconds from its kubelet's taking it to all mounts.</summary>
    VolumesMounted,
    /// <summary>Ground truth: Subject = pod, Other = its init container, Value = microseconds it ran, Extra = exit code.</summary>
    InitContainerEnded,
    /// <summary>Somebody has set the annotation that lets a PetSet go on (pod.alpha.kubernetes.io/initialized): Subject = pod.</summary>
    PetInitialized,
    /// <summary>Subject = DNS name, Other = its address or "", Value = microseconds that nothing served at the one before.</summary>
    DnsNameChanged,
    /// <summary>Ground truth: two lives of one name run at the same time. Subject = pod, Other = "OLD NODE|NEW NODE".</summary>
    IdentityOverlapBegan,
    /// <summary>As IdentityOverlapBegan; Value = microseconds it lasted.</summary>
    IdentityOverlapEnded,
    /// <summary>Ground truth: Subject = pod with state, Other = "InSync", "CatchingUp" or "Down", Value = bytes to catch up on.</summary>
    MemberChanged,
    /// <summary>Ground truth: a stateful application accepts other writes than before. Subject = workload, Other = "Writable", "NoQuorum",
    /// "NoPrimary" or "SharesMissing", Value = thousandths of a write a second that are refused, Extra = copies of the data that are
    /// missing or behind, in thousandths of one.</summary>
    StateChanged,
    /// <summary>Subject = workload, Other = pod or "" (none).</summary>
    PrimaryChanged,
    /// <summary>Subject = workload, Other = what in words, Value = thousandths of the data, Extra = microseconds of writes.</summary>
    DataLost,
    /// <summary>A user is about to delete a pod's object at once, whatever its containers do: Subject = pod.</summary>
    ForcedDeletion,
    /// <summary>A claim was bound to a volume that is a disk of the cloud: Subject = disk, Other = claim.</summary>
    DiskClaimed,
    /// <summary>A trouble or operation of the scenario did not happen: Subject = what ("power-loss of b"), Other = why.</summary>
    PlanLeftOut,
    /// <summary>Killed by the kernel: Subject = pod, Other = node, Value = bytes used, Extra = 1 node full, 0 its own limit.</summary>
    ContainerOutOfMemory,
    /// <summary>A horizontal autoscaler scales: Subject = autoscaler, Other = why, Value = replicas now, Extra = before.</summary>
    AutoscalerScaled,
    /// <summary>It measures another CPU use: Subject = autoscaler, Value = percent of the request, Extra = replicas asked for.</summary>
    AutoscalerMeasured,
    /// <summary>A pass fails, told once a reason: Subject = autoscaler, Other = why, in the words of its events; "" = no more.</summary>
    AutoscalerFailing,
    /// <summary>The cloud is to make a machine: Subject = its name, Other = its group.</summary>
    MachineRequested,
    /// <summary>The cloud gives a machine: it costs from here on. Subject = machine, Other = zone, Value = microseconds waited.</summary>
    MachineGiven,
    /// <summary>A machine has to wait (told once for each reason and machine): Subject = machine, Other = why.</summary>
    MachineWaits,
    /// <summary>Subject = machine, Other = "deleted", "preempted", "gone" or "never started", Value = microseconds it existed.</summary>
    MachineDeleted,
    /// <summary>The autoscaler resizes a group: Subject = group, Value = new size, Extra = size before.</summary>
    GroupGrown,
    /// <summary>The autoscaler deletes a machine: Subject = node, Other = group, Value = microseconds that it was unneeded.</summary>
    GroupShrunk,
    /// <summary>Rounds of the autoscaler end otherwise than before: Subject = cluster, Other = why they are dropped, or "".</summary>
    AutoscalerRests,
    /// <summary>Answers that come in time: Subject = service, Value = microseconds of the median, Extra = of the 95th percentile.</summary>
    LatencyChanged,
    /// <summary>After each of these: Value = microseconds of the 99th percentile, Extra = thousandths of slow answers a second.</summary>
    LatencyTailChanged,
    /// <summary>Of the whole run: Subject = service, Other = "p50" to "p99", Value = microseconds.</summary>
    LatencyOfRun,
    /// <summary>When the run ends: Subject = service, Value = requests that wait longer than anybody calls an answer.</summary>
    RequestsLeftWaiting,
    /// <summary>What whoever of a population of users asks DNS now is told (of no cluster, as all about users): Subject = users
    /// ("us-east1 to shop/web"), Other = addresses with blanks between, "" for none, or "local", Value = microseconds it is kept.</summary>
    UsersAnswerChanged,
    /// <summary>Tries that users send to a cluster: Subject = users, Other = cluster, or "" where nobody answers at the address or
    /// there is none, Value = thousandths of one a second, Extra = those that fail.</summary>
    UsersSent,
    /// <summary>Requests sent by an answer that is no longer current: Subject = users, Value = thousandths of one a second, Extra = of
    /// these, the ones that fail for it leads nowhere.</summary>
    UsersStale,
    /// <summary>Requests that reach a cluster which is not up to them: Subject = users, Value = thousandths of one a second that fail,
    /// Extra = thousandths of slow answers of all.</summary>
    UsersShort,
    /// <summary>Answers in time, the network included: Subject = users, Value = microseconds of the median, Extra = of the 99th
    /// percentile.</summary>
    UsersLatencyChanged,
    /// <summary>After those before it: Subject = users, Value = thousandths of a request a second, Extra = those that fail for
    /// good.</summary>
    UsersChanged,
    /// <summary>Of the whole run: Subject = users, Other = "p50" to "p99", Value = microseconds.</summary>
    UsersLatencyOfRun,
    /// <summary>
    /// CPU of the pods with a load: Subject = pool, Value = core-milliseconds used since it was told before, Extra = requested.
    /// </summary>
    CpuUsed,
    /// <summary>The same of the whole run, at its end: Subject = workload, or a pod without one.</summary>
    CpuUsedOfRun,
    /// <summary>Federation: Subject = cluster, Other = "Joined", "Ready", "NotReady", "Offline" or "Gone" (it was deleted).</summary>
    FederationMemberChanged,
    /// <summary>Subject = DNS name, Other = "A" or "CNAME" and data, or "" while it is gone, Value = TTL in seconds.</summary>
    RecordChanged,
    /// <summary>The DNS provider refused a call: Subject = name, Other = why.</summary>
    RecordRefused,

    /// <summary>A node got the taint by which its pods are evicted once they no longer tolerate it: Subject = node.</summary>
    NodeTainted,

    /// <summary>Subject = zone, Other = "Normal", "PartialDisruption" or "FullDisruption", Value = evictions of nodes in an hour; 0 = none
    /// (only where evictions go by zone).</summary>
    ZoneJudged,

    /// <summary>
    /// The scheduler deletes a pod so that another finds room: Subject = pod, Other = "namespace/name on node" of the other.
    /// </summary>
    PodPreempted,

    /// <summary>Room is made for a pod: Subject = pod, Other = node.</summary>
    PodNominated,

    /// <summary>
    /// The queue of nodes that wait for their NoExecute taints is blocked for good, or goes on: Subject = zone, Other = the node whose
    /// entry cannot be removed, or "".
    /// </summary>
    TaintQueueChanged,
}
