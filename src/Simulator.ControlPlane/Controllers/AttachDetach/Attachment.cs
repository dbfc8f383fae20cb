using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>A volume and a node.</summary>
internal readonly record struct VolumeOnNode(string Volume, string Node) : IComparable<VolumeOnNode>
{
    public int CompareTo(VolumeOnNode other)
    {
        var byVolume = string.CompareOrdinal(Volume, other.Volume);
        return byVolume != 0 ? byVolume : string.CompareOrdinal(Node, other.Node);
    }
}

/// <summary>What is wanted and what is known of one volume at one node.</summary>
internal sealed class Attachment(VolumeOnNode key, AttachableVolume volume)
{
    public VolumeOnNode Key => key;

    public AttachableVolume Volume => volume;

    /// <summary>Pods on the node that want it.</summary>
    public int Users { get; set; }

    public bool IsAttached { get; set; }

    /// <summary>When a pass first found that nobody wants it any more.</summary>
    public Instant? DetachWantedAt { get; set; }

    /// <summary>The node has once said that it uses it. Until then its silence means nothing: it may be about to.</summary>
    public bool HasBeenInUse { get; set; }

    public bool IsWanted => Users > 0;

    /// <summary>There is something to do about it, now or later.</summary>
    public bool IsOpen => IsWanted != IsAttached || DetachWantedAt is not null;
}
