using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes;

public enum LifecycleNoteKind
{
    /// <summary>The pod evictor handles the node, even if there is nothing to delete.</summary>
    NodeEvicted,

    /// <summary>The node has got the taint by which its pods are evicted when they no longer tolerate it.</summary>
    NodeTainted,

    /// <summary>No pod of the node is terminating any more.</summary>
    AllPodsTerminated,

    /// <summary>Pods of the node are still terminating; Delay says when it is looked at again.</summary>
    TerminationRecheck,

    /// <summary>No node is ready: evictions are given up.</summary>
    SegmentationOn,

    SegmentationOff,

    /// <summary>A zone has another state, or another rate of evictions: the note's node is its name.</summary>
    ZoneJudged,

    /// <summary>An entry that cannot be removed blocks a zone's queue for taints, or no longer does: the note's node is the zone.</summary>
    TaintQueueChanged,
}

/// <summary>Something the node controller decided that its requests do not show.</summary>
/// <param name="Node">"" if it concerns all nodes.</param>
public readonly record struct LifecycleNote(LifecycleNoteKind Kind, string Node, Instant At, TimeSpan Delay = default)
{
    public ZoneState Zone { get; init; }

    /// <summary>Nodes a second; 0 = stopped.</summary>
    public float Rate { get; init; }

    /// <summary>The node whose entry is in the way; "": none is.</summary>
    public string Blocker { get; init; } = "";
}
