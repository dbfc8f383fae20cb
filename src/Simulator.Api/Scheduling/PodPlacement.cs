namespace Simulator.Api;

/// <summary>
/// What a pod says of its place, its rank and its weight that came after 1.3: the version decides whether anybody acts upon it.
/// </summary>
/// <remarks>One instance for all pods of a template.</remarks>
public sealed record PodPlacement
{
    public static readonly PodPlacement None = new();

    /// <summary>spec.topologySpreadConstraints</summary>
    public IReadOnlyList<TopologySpreadConstraint> SpreadConstraints { get; init; } = [];

    /// <summary>spec.priority, which admission fills in from the class; null as long as nobody has (it then counts as 0).</summary>
    public int? Priority { get; init; }

    /// <summary>"" = the default class.</summary>
    public string PriorityClassName { get; init; } = "";

    /// <summary>PreemptLowerPriority or Never; "" = the former.</summary>
    public string PreemptionPolicy { get; init; } = "";

    /// <summary>What the pod costs beside its containers.</summary>
    public ResourceList Overhead { get; init; } = ResourceList.Empty;

    /// <summary>Nothing of it is there.</summary>
    public bool IsEmpty => SpreadConstraints.Count == 0 && Priority is null && PriorityClassName.Length == 0
        && PreemptionPolicy.Length == 0 && Overhead.Amounts.Length == 0;
}
