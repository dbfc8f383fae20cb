using Simulator.Api;
using Simulator.Engine;

namespace Simulator.World.Specification;

/// <summary>Nodes of one kind, dealt out to the zones in turn (node i to zone i mod n), named <c>pool-NNNN</c>.</summary>
public sealed record NodePoolSpec
{
    public required string Name { get; init; }

    public required int Count { get; init; }

    /// <summary>Of its nodes, in their order; those beyond the list are numbered. Null: all are.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Values of the hostname label, in the order of the names; null: the names themselves.</summary>
    public IReadOnlyList<string>? Hostnames { get; init; }

    /// <summary>Names of nodes that get no new pods from the start on.</summary>
    public IReadOnlyList<string> Cordoned { get; init; } = [];

    public required ResourceList Capacity { get; init; }

    /// <summary>Null = capacity, as the API server defaults it.</summary>
    public ResourceList? Allocatable { get; init; }

    /// <summary>Null = all zones of the cluster.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary><c>{name}</c> in a value stands for the node's name.</summary>
    public LabelSet Labels { get; init; } = LabelSet.Empty;

    /// <summary>Its nodes have these labels and that of their host name, whatever cluster and kubelet say besides.</summary>
    public bool HasOnlyItsLabels { get; init; }

    public IReadOnlyList<Taint> Taints { get; init; } = [];

    /// <summary>Consecutive nodes of one zone that share a rack (40–80 machines a rack are usual).</summary>
    public int NodesPerRack { get; init; } = 40;

    /// <summary>Consecutive racks of one zone behind one power distribution unit (500–1,000 machines a unit are usual).</summary>
    public int RacksPerPowerUnit { get; init; } = 12;

    /// <summary>Informational: the machine type that gave the capacity; "" if the capacity was given directly.</summary>
    public string MachineType { get; init; } = "";

    /// <summary>By what the cloud runs out of them: the machine type, or the pool where its capacity was given.</summary>
    public string StockName => MachineType.Length > 0 ? MachineType : Name;

    /// <summary>Pods may use what GKE leaves of the capacity.</summary>
    public bool ReservesAsGke { get; init; }

    /// <summary>What a machine of it costs; null if nobody says.</summary>
    public MachinePrice? Price { get; init; }

    /// <summary>What its machines start from, and pay for by the month; null: nobody says, and nobody pays.</summary>
    public DiskClass? BootDisk { get; init; }

    /// <summary>Gigabytes of that disk (kube-up of 1.3: NODE_DISK_SIZE on GCE).</summary>
    public int BootDiskGigabytes { get; init; } = 100;

    /// <summary>What its disks cost; null if nobody says.</summary>
    public DiskPrice? DiskPrice { get; init; }

    /// <summary>What a machine of it draws; null if nobody says.</summary>
    public MachinePower? Power { get; init; }

    /// <summary>Between which sizes an autoscaler may resize its groups; null: the pool stays as it is.</summary>
    public SizeLimits? Limits { get; init; }

    /// <summary>
    /// From the request for a machine until its kubelet registers its node; another 10 s later it is Ready at the latest (published: three
    /// to four minutes from request to schedulable, GCE in 2016).
    /// </summary>
    public IDistribution StartTime { get; init; } = new Uniform(TimeSpan.FromSeconds(170), TimeSpan.FromSeconds(230));

    /// <summary>After which time the cloud takes a machine away again (preemptible, spot); null: never.</summary>
    public IDistribution? Lifetime { get; init; }
}
