namespace Simulator.World.Specification;

/// <summary>Kinds of trouble. <see cref="OutageKinds"/> says whom each can strike.</summary>
public enum OutageKind
{
    /// <summary>The machines stop at once; when power is back they boot.</summary>
    PowerLoss,

    /// <summary>A machine stops at once and its kubelet comes back after a boot (its containers restart).</summary>
    Reboot,

    /// <summary>The kubelet cannot reach the API server (nor be reached); its pods go on serving.</summary>
    NetworkCut,

    /// <summary>The API server, or one instance of it, answers nobody.</summary>
    ApiServerDown,

    /// <summary>Grey failure: everything that the machine does takes longer by a factor.</summary>
    SlowNode,

    /// <summary>The cloud takes the machine away for good.</summary>
    InstanceGone,

    /// <summary>The node's disk is full: it reports OutOfDisk.</summary>
    DiskFull,

    /// <summary>The machine stops and comes back with an empty disk: no image, no container.</summary>
    DiskLoss,

    /// <summary>The container runtime does not answer the kubelet.</summary>
    RuntimeDown,

    /// <summary>Nodes are cordoned, drained, rebooted and uncordoned, some at a time.</summary>
    Maintenance,

    /// <summary>Nodes of two zones cannot reach each other.</summary>
    ZonePartition,

    /// <summary>Users outside the cluster (and a federation) cannot reach it; inside everything works.</summary>
    ClusterCut,

    /// <summary>Calls to the API server take longer by a factor.</summary>
    ApiServerSlow,

    /// <summary>An etcd member, or all of them, stop.</summary>
    EtcdDown,

    /// <summary>Commits of etcd take longer by a factor.</summary>
    EtcdSlow,

    SchedulerDown,

    ControllerManagerDown,

    /// <summary>The cloud's API answers nobody: no load balancer is provisioned, no machine boots.</summary>
    CloudDown,

    /// <summary>The cloud has no machines to give: nothing boots.</summary>
    OutOfStock,

    /// <summary>Image pulls fail.</summary>
    RegistryDown,

    /// <summary>Image pulls take longer by a factor.</summary>
    RegistrySlow,

    /// <summary>Machines hang (a hung virtual machine): nothing on them moves, and everything goes on when they are back.</summary>
    Freeze,

    /// <summary>
    /// A program of the control plane, or one instance of it, hangs (SIGSTOP): it keeps its memory and its connections, and what it is
    /// asked waits.
    /// </summary>
    ProgramFreeze,

    /// <summary>DNS answers with what it knew when the trouble began.</summary>
    DnsStale,

    /// <summary>The cluster autoscaler, or one instance of it, stops; a new one has forgotten since when nodes are unneeded.</summary>
    ClusterAutoscalerDown,

    /// <summary>The federation cannot reach the cluster's API server; users reach its services.</summary>
    FederationCut,

    /// <summary>The load balancers of the cluster, or of one of its services, forward nothing.</summary>
    BalancerLost,
}
