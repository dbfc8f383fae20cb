namespace Simulator.World;

/// <summary>What happened; the comment says what the fields of the <see cref="Observation"/> hold. Pods, services and controllers are "namespace/name".</summary>
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

    /// <summary>Ground truth: the pod's containers stopped serving. Subject = pod, Other = node.</summary>
    PodStoppedServing,

    /// <summary>The node controller starts to evict the pods of a node: Subject = node.</summary>
    NodeEvicted,

    /// <summary>The node controller turned network segmentation mode on or off: Other = "on" or "off".</summary>
    SegmentationMode,

    /// <summary>Subject = service, Value = ready addresses, Extra = not ready addresses.</summary>
    EndpointsChanged,

    /// <summary>Subject = the place or program that is struck, Other = outage kind, Value = number of the outage, counted in the order of their starts from 0.</summary>
    OutageStarted,

    /// <summary>As OutageStarted.</summary>
    OutageEnded,

    /// <summary>Subject = cluster: the run is over.</summary>
    RunEnded,

    /// <summary>The API server refused what a user wanted to create: Subject = kind and object, Other = the result.</summary>
    CreationRefused,

    /// <summary>A program of the control plane runs: Subject = component ("scheduler-0", "controller-manager-1", "api-server-0", "etcd-2").</summary>
    ComponentStarted,

    /// <summary>Subject = component, Other = why ("crash", "lost-lease", an outage kind).</summary>
    ComponentStopped,

    /// <summary>Subject = election ("scheduler", "controller-manager", "etcd"), Other = the new leader or "" for none.</summary>
    LeaderChanged,

    /// <summary>Subject = component whose watch was closed and opened again, Other = kind, Value = 1 if everything had to be listed again.</summary>
    WatchReopened,

    /// <summary>An admission plug-in refused a controller's creation: Subject = kind and object or generated name, Other = reason.</summary>
    CreationForbidden,

    /// <summary>The pod's phase became final: Subject = pod, Other = "Succeeded", or "Failed" and a reason.</summary>
    PodFinished,

    /// <summary>Ground truth: a container of a pod ended and starts again. Subject = pod, Other = why ("Crash", "Liveness", "Completed"), Value = restarts so far.</summary>
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

    /// <summary>A timed operation of a user was done: Subject = what ("scale default/web to 5"), Other = "Ok" or why not.</summary>
    OperationDone,

    /// <summary>Subject = Deployment, Other = "Started" or "Completed", Value = revision.</summary>
    RolloutChanged,

    /// <summary>The cloud has provisioned a load balancer: Subject = service, Other = its address.</summary>
    LoadBalancerReady,

    /// <summary>The flow of requests to a service changed: Subject = service, Value = thousandths of requests a second, Extra = those of them that fail.</summary>
    TrafficChanged,

    /// <summary>The scheduler gave up waiting to see its own decision (30 s): Subject = pod, Other = node.</summary>
    AssumptionExpired,
}
