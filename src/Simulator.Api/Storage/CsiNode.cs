namespace Simulator.Api;

/// <summary>storage.k8s.io/v1 CSINode: the storage drivers of the node of the same name.</summary>
public sealed record CsiNode : ApiObject
{
    public override string Kind => "CSINode";

    public IReadOnlyList<CsiDriver> Drivers { get; init; } = [];
}

/// <param name="MaxVolumes">allocatable.count; null = no limit.</param>
public sealed record CsiDriver(string Name, int? MaxVolumes);
