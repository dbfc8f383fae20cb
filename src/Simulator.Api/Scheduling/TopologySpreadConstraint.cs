namespace Simulator.Api;

/// <summary>How unevenly pods may lie over the values of a node label.</summary>
public sealed record TopologySpreadConstraint
{
    /// <summary>By how many pods a value may exceed the emptiest one.</summary>
    public int MaxSkew { get; init; }

    /// <summary>Node label.</summary>
    public string TopologyKey { get; init; } = "";

    /// <summary>DoNotSchedule or ScheduleAnyway.</summary>
    public string WhenUnsatisfiable { get; init; } = "";

    /// <summary>Which pods are counted; null selects nothing, an empty selector everything.</summary>
    public LabelSelector? LabelSelector { get; init; }
}
