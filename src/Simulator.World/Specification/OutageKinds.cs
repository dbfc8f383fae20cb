namespace Simulator.World.Specification;

/// <summary>Whom a kind of trouble can strike.</summary>
public enum OutageReach
{
    /// <summary>Machines: a node, rack, power unit, node pool, zone or region, or a share of one.</summary>
    Machines,

    /// <summary>Two zones.</summary>
    TwoZones,

    /// <summary>One instance of a program of the control plane, or all of them.</summary>
    Instances,

    /// <summary>A cluster as a whole.</summary>
    Cluster,
}

/// <param name="Name">As scenarios call it.</param>
/// <param name="Verb">What it does, after the name of what it strikes: "lost power".</param>
public sealed record OutageKindFacts(OutageKind Kind, string Name, OutageReach Reach, string Verb)
{
    /// <summary>It is over when its own work is done; a duration would mean nothing.</summary>
    public bool EndsByItself { get; init; }

    /// <summary>Nodes that it strikes fall silent.</summary>
    public bool TakesNodesDown { get; init; }

    /// <summary>It is so many times slower.</summary>
    public bool HasFactor { get; init; }

    /// <summary>It is known from clusters of federations, and drawn for those alone.</summary>
    public bool IsOfFederations { get; init; }

    /// <summary>What the trouble says it strikes if no place is named.</summary>
    public string Subject { get; init; } = "";
}

/// <summary>All kinds of trouble, in the order in which they are explained.</summary>
public static class OutageKinds
{
    public static IReadOnlyList<OutageKindFacts> All { get; } =
    [
        new(OutageKind.PowerLoss, "power-loss", OutageReach.Machines, "lost power") { TakesNodesDown = true },
        new(OutageKind.Reboot, "reboot", OutageReach.Machines, "rebooted") { EndsByItself = true, TakesNodesDown = true },
        new(OutageKind.NetworkCut, "network-cut", OutageReach.Machines, "was cut off the network") { TakesNodesDown = true },
        new(OutageKind.SlowNode, "slow-node", OutageReach.Machines, "became slow") { HasFactor = true },
        new(
            OutageKind.InstanceGone, "instance-gone", OutageReach.Machines,
            "was taken away by the cloud") { EndsByItself = true, TakesNodesDown = true },
        new(OutageKind.DiskFull, "disk-full", OutageReach.Machines, "ran out of disk"),
        new(OutageKind.DiskLoss, "disk-loss", OutageReach.Machines, "lost its disk") { EndsByItself = true, TakesNodesDown = true },
        new(OutageKind.RuntimeDown, "runtime-down", OutageReach.Machines, "lost its container runtime"),
        new(OutageKind.Freeze, "freeze", OutageReach.Machines, "froze") { TakesNodesDown = true },
        new(OutageKind.ProgramFreeze, "freeze", OutageReach.Instances, "froze"),
        new(
            OutageKind.Maintenance, "maintenance", OutageReach.Machines,
            "went into rolling maintenance") { EndsByItself = true, TakesNodesDown = true },
        new(OutageKind.ZonePartition, "zone-partition", OutageReach.TwoZones, "could not reach each other"),
        new(OutageKind.ClusterCut, "cluster-cut", OutageReach.Cluster, "could not be reached from outside"),
        new(
            OutageKind.FederationCut, "federation-cut", OutageReach.Cluster,
            "could not be reached by its federation") { IsOfFederations = true },
        new(OutageKind.BalancerLost, "load-balancer-lost", OutageReach.Cluster, "stopped forwarding")
        {
            IsOfFederations = true,
            Subject = "load balancer",
        },
        new(OutageKind.ApiServerDown, "api-server-down", OutageReach.Instances, "stopped answering") { Subject = "api-server" },
        new(OutageKind.ApiServerSlow, "api-server-slow", OutageReach.Cluster, "became slow") { HasFactor = true, Subject = "api-server" },
        new(OutageKind.EtcdDown, "etcd-down", OutageReach.Instances, "stopped") { Subject = "etcd" },
        new(OutageKind.EtcdSlow, "etcd-slow", OutageReach.Cluster, "became slow") { HasFactor = true, Subject = "etcd" },
        new(OutageKind.SchedulerDown, "scheduler-down", OutageReach.Instances, "stopped") { Subject = "scheduler" },
        new(
            OutageKind.ControllerManagerDown, "controller-manager-down", OutageReach.Instances,
            "stopped") { Subject = "controller-manager" },
        new(
            OutageKind.ClusterAutoscalerDown, "cluster-autoscaler-down", OutageReach.Instances,
            "stopped") { Subject = "cluster-autoscaler" },
        new(OutageKind.CloudDown, "cloud-down", OutageReach.Cluster, "stopped answering") { Subject = "cloud" },
        new(OutageKind.OutOfStock, "out-of-stock", OutageReach.Cluster, "had no machines to give") { Subject = "cloud" },
        new(OutageKind.RegistryDown, "registry-down", OutageReach.Cluster, "stopped answering") { Subject = "registry" },
        new(OutageKind.RegistrySlow, "registry-slow", OutageReach.Cluster, "became slow") { HasFactor = true, Subject = "registry" },
        new(OutageKind.DnsStale, "dns-stale", OutageReach.Cluster, "answered with old addresses") { Subject = "dns" },
    ];

    public static OutageKindFacts Of(OutageKind kind) => All.First(facts => facts.Kind == kind);
}
