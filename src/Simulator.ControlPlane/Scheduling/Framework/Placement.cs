using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PostFilter;

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
    public required PlacementOutcome Outcome { get; init; }

    /// <summary>Null unless scheduled.</summary>
    public NodeState? Host { get; init; }

    /// <summary>What failed; "" otherwise.</summary>
    public string Error { get; init; } = "";

    /// <summary>Nodes that fit, in the order of examination.</summary>
    public IReadOnlyList<NodeState> Fit { get; init; } = [];

    /// <summary>Why the others that were looked at do not, by name.</summary>
    public IReadOnlyDictionary<string, Status> Statuses { get; init; } = new Dictionary<string, Status>();

    /// <summary>How many nodes were looked at.</summary>
    public int Evaluated => Outcome == PlacementOutcome.Error ? 0 : Fit.Count + Statuses.Count;

    /// <summary>How many nodes share the best total; 1 where only one fits.</summary>
    public int Ties { get; init; }

    /// <summary>The best total; -1 where nobody was scored.</summary>
    public long Best { get; init; } = -1;

    /// <summary>Null unless the pod fits nowhere and it was looked for room.</summary>
    public Preemption? Preemption { get; init; }
}
