using Simulator.Api;

namespace Simulator.World.Specification;

/// <summary>Nodes of one kind, dealt out to the zones in turn (node i to zone i mod n), named <c>pool-NNNN</c>.</summary>
public sealed record NodePoolSpec
{
    public required string Name { get; init; }

    public required int Count { get; init; }

    public required ResourceList Capacity { get; init; }

    /// <summary>Null = capacity, as the API server defaults it.</summary>
    public ResourceList? Allocatable { get; init; }

    /// <summary>Null = all zones of the cluster.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    public LabelSet Labels { get; init; } = LabelSet.Empty;

    public IReadOnlyList<Taint> Taints { get; init; } = [];

    /// <summary>Consecutive nodes of one zone that share a rack (40–80 machines a rack are usual).</summary>
    public int NodesPerRack { get; init; } = 40;

    /// <summary>Consecutive racks of one zone behind one power distribution unit (500–1,000 machines a unit are usual).</summary>
    public int RacksPerPowerUnit { get; init; } = 12;

    /// <summary>Informational: the machine type that gave the capacity; "" if the capacity was given directly.</summary>
    public string MachineType { get; init; } = "";
}
