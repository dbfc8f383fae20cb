using Simulator.World.Specification;

namespace Simulator.World.Nodes.Status;

/// <summary>What a kubelet knows of its node.</summary>
internal readonly record struct NodeFacts
{
    public required KubeletOptions Options { get; init; }

    /// <summary>The container runtime has been silent for too long.</summary>
    public required bool IsRuntimeGivenUp { get; init; }

    public required bool IsDiskFull { get; init; }

    /// <summary>Pods are evicted for want of memory.</summary>
    public required bool IsMemoryShort { get; init; }

    /// <summary>In the order of their arrival; not those that were there from the start.</summary>
    public required IReadOnlyList<string> ImagesPulled { get; init; }

    /// <summary>Names of disks, sorted.</summary>
    public required IReadOnlyList<string> VolumesInUse { get; init; }
}
