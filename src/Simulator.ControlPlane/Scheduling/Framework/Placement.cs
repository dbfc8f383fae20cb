using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PostFilter;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;

namespace Simulator.ControlPlane.Scheduling.Framework;

public enum PlacementOutcome
{
    Scheduled,
    Unschedulable,

    /// <summary>Something was broken: the pod is tried again like one that fits nowhere, but no room is made.</summary>
    Error,
    NoNodes,
}

/// <summary>What came of one pass for one pod.</summary>
public sealed record Placement
{
    private static readonly Dictionary<string, Status> None = [];

    public required PlacementOutcome Outcome { get; init; }

    /// <summary>Null unless scheduled.</summary>
    public NodeState? Host { get; init; }

    /// <summary>Which volumes its claims get on the node; null if none of them waits for that.</summary>
    public VolumePlan? Volumes { get; init; }

    /// <summary>What failed; "" otherwise.</summary>
    public string Error { get; init; } = "";

    /// <summary>How many nodes fit.</summary>
    public int FitCount { get; init; }

    /// <summary>How many of those that were looked at do not.</summary>
    public int Failed { get; init; }

    /// <summary>Nodes that fit, in the order of examination; only the plain placer tells them.</summary>
    public IReadOnlyList<NodeState> Fit { get; init; } = [];

    /// <summary>Why the others that were looked at do not, by name; the fast placer tells it only where nothing fits.</summary>
    public IReadOnlyDictionary<string, Status> Statuses { get; init; } = None;

    /// <summary>How many nodes were looked at.</summary>
    public int Evaluated => FitCount + Failed;

    /// <summary>How many nodes share the best total; 1 where only one fits.</summary>
    public int Ties { get; init; }

    /// <summary>The best total; -1 where nobody was scored.</summary>
    public long Best { get; init; } = -1;

    /// <summary>How long it waited for extenders.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>How long each of its calls to them took, in order.</summary>
    public IReadOnlyList<TimeSpan> Calls { get; init; } = [];

    /// <summary>Null unless the pod fits nowhere and it was looked for room.</summary>
    public Preemption? Preemption { get; init; }
}
