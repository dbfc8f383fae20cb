namespace Simulator.ControlPlane.Scheduling;

/// <summary>A scheduler policy file (kind Policy, apiVersion v1): which predicates and priorities are in force.</summary>
public sealed record SchedulerPolicy
{
    public required IReadOnlyList<PredicatePolicy> Predicates { get; init; }

    public required IReadOnlyList<PriorityPolicy> Priorities { get; init; }
}

/// <summary>A predicate by name; with an argument the name is free and a custom predicate is made.</summary>
public sealed record PredicatePolicy(string Name)
{
    /// <summary>argument.serviceAffinity.labels; null if absent.</summary>
    public IReadOnlyList<string>? ServiceAffinityLabels { get; init; }

    /// <summary>argument.labelsPresence; null if absent.</summary>
    public LabelsPresence? LabelsPresence { get; init; }
}

public sealed record LabelsPresence(IReadOnlyList<string> Labels, bool Presence);

/// <summary>A priority by name and weight (positive); with an argument the name is free and a custom priority is made.</summary>
public sealed record PriorityPolicy(string Name, long Weight)
{
    /// <summary>argument.serviceAntiAffinity.label; null if absent.</summary>
    public string? ServiceAntiAffinityLabel { get; init; }

    /// <summary>argument.labelPreference; null if absent.</summary>
    public LabelPreference? LabelPreference { get; init; }
}

public sealed record LabelPreference(string Label, bool Presence);
