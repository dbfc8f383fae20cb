using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>A pod that occupies a node in the scheduler's eyes: assumed by its own decision, or seen bound.</summary>
public sealed class CachedPod(Pod pod, PodFacts facts, NodeInfo node)
{
    public Pod Pod { get; internal set; } = pod;

    public PodFacts Facts { get; internal set; } = facts;

    public NodeInfo Node { get; internal set; } = node;

    /// <summary>Null outside of a <see cref="PodIndex"/>.</summary>
    public LabelClass? LabelClass { get; internal set; }

    /// <summary>The affinity terms that it carries, in a <see cref="PodIndex"/>.</summary>
    internal TermClass[] Terms { get; set; } = [];

    public bool IsBeingDeleted => Pod.Metadata.IsBeingDeleted;

    /// <summary>When an assumption that no watch event has confirmed is dropped; null once confirmed.</summary>
    public Instant? AssumedUntil { get; internal set; }

    /// <summary>Position in the node's pod list.</summary>
    internal int Slot { get; set; }
}
