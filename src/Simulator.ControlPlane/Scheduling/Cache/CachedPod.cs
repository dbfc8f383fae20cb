using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>A pod that occupies a node in the scheduler's eyes: assumed by its own decision, or seen bound.</summary>
public sealed class CachedPod(Pod pod, PodFacts facts, NodeInfo node, int labelClass)
{
    public Pod Pod { get; internal set; } = pod;

    public PodFacts Facts { get; internal set; } = facts;

    public NodeInfo Node { get; internal set; } = node;

    /// <summary>Number of the pod's namespace and labels in <see cref="LabelClasses"/>.</summary>
    public int LabelClass { get; internal set; } = labelClass;

    public bool IsBeingDeleted { get; internal set; } = pod.Metadata.IsBeingDeleted;

    /// <summary>When an assumption that no watch event has confirmed is dropped; null once confirmed.</summary>
    public Instant? AssumedUntil { get; internal set; }

    /// <summary>Position in the node's pod list.</summary>
    internal int Slot { get; set; }
}
