namespace Simulator.World;

/// <summary>What happened; the comment says what the fields of the <see cref="Observation"/> hold. Pods, services and controllers are "namespace/name".</summary>
public enum ObservationKind
{
    /// <summary>Subject = cluster: the cluster's start is done (settled pods are placed). Value = pods placed.</summary>
    ClusterStarted,

    /// <summary>Subject = node, Other = zone, Value = allocatable milli-CPU, Extra = allocatable memory in bytes.</summary>
    NodeAdded,

    /// <summary>Ground truth: Subject = node, Other = outage kind.</summary>
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

    /// <summary>Subject = zone, rack, node or "api-server", Other = outage kind, Value = index of the outage in the scenario.</summary>
    OutageStarted,

    /// <summary>As OutageStarted.</summary>
    OutageEnded,

    /// <summary>Subject = cluster: the run is over.</summary>
    RunEnded,

    /// <summary>The API server refused what a user wanted to create: Subject = kind and object, Other = the result.</summary>
    CreationRefused,
}
