namespace Simulator.Api;

/// <summary>Label keys that decisions read.</summary>
public static class WellKnownLabels
{
    public const string Hostname = "kubernetes.io/hostname";
    public const string Zone = "failure-domain.beta.kubernetes.io/zone";
    public const string Region = "failure-domain.beta.kubernetes.io/region";

    /// <summary>Today's names of the same.</summary>
    public const string TopologyZone = "topology.kubernetes.io/zone";

    /// <inheritdoc cref="TopologyZone"/>
    public const string TopologyRegion = "topology.kubernetes.io/region";

    public const string Os = "beta.kubernetes.io/os";
    public const string Arch = "beta.kubernetes.io/arch";

    /// <summary>Machine type, as the cloud calls it.</summary>
    public const string InstanceType = "beta.kubernetes.io/instance-type";

    /// <summary>Tells the ReplicaSets of a Deployment, and their pods, apart.</summary>
    public const string PodTemplateHash = "pod-template-hash";

    /// <summary>Names the revision of its template that a pod of a DaemonSet or StatefulSet was made from.</summary>
    public const string ControllerRevisionHash = "controller-revision-hash";

    /// <summary>The name of a StatefulSet's pod, so that a service can select just it.</summary>
    public const string StatefulSetPodName = "statefulset.kubernetes.io/pod-name";

    /// <summary>The service that an endpoint slice belongs to.</summary>
    public const string ServiceName = "kubernetes.io/service-name";

    /// <summary>Who looks after an endpoint slice.</summary>
    public const string SliceManagedBy = "endpointslice.kubernetes.io/managed-by";

    /// <summary>On slices and endpoints of headless services; its value is "".</summary>
    public const string Headless = "service.kubernetes.io/headless";

    /// <summary>In the selector that the API server makes for a job.</summary>
    public const string ControllerUid = "controller-uid";

    /// <inheritdoc cref="ControllerUid"/>
    public const string JobName = "job-name";
}
