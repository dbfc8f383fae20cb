using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>A scheduler policy file (kind Policy, apiVersion v1): which predicates and priorities are in force.</summary>
public sealed record SchedulerPolicy
{
    /// <summary>What is in force without a policy.</summary>
    public static SchedulerPolicy Default { get; } = new()
    {
        Predicates = [.. PredicateTable.DefaultNames.Select(name => new PredicatePolicy(name))],
        Priorities = [.. PriorityTable.DefaultNames.Select(name => new PriorityPolicy(name, 1))],
    };

    public required IReadOnlyList<PredicatePolicy> Predicates { get; init; }

    public required IReadOnlyList<PriorityPolicy> Priorities { get; init; }

    /// <summary>Its predicates and priorities are those without a policy.</summary>
    public bool IsDefault => ReferenceEquals(Predicates, Default.Predicates) && ReferenceEquals(Priorities, Default.Priorities);

    /// <summary>HTTP extenders, in the order of the file.</summary>
    public IReadOnlyList<ExtenderPolicy> Extenders { get; init; } = [];

    /// <summary>Decides in the place of the priorities; null: none.</summary>
    public IOwnRule<IChooser>? Chooser { get; init; }

    /// <summary>The rules in it that are nobody's but the user's, each by its title, in the order of the policy.</summary>
    public IEnumerable<string> OwnTitles =>
    [
        .. Predicates.Select(entry => entry.Own?.Title).OfType<string>(),
        .. Priorities.Select(entry => entry.Own?.Title).OfType<string>(),
        .. Extenders.Select(entry => entry.Own?.Title).OfType<string>(),
        .. Chooser is { } chooser ? new[] { chooser.Title } : [],
    ];
}

/// <summary>A predicate by name; with an argument the name is free and a custom predicate is made.</summary>
public sealed record PredicatePolicy(string Name)
{
    /// <summary>argument.serviceAffinity.labels; null if absent.</summary>
    public IReadOnlyList<string>? ServiceAffinityLabels { get; init; }

    /// <summary>argument.labelsPresence; null if absent.</summary>
    public LabelsPresence? LabelsPresence { get; init; }

    /// <summary>Null: it is one that is registered, or made from an argument.</summary>
    public IOwnRule<IPredicate>? Own { get; init; }
}

public sealed record LabelsPresence(IReadOnlyList<string> Labels, bool Presence);

/// <summary>A priority by name and weight (positive); with an argument the name is free and a custom priority is made.</summary>
public sealed record PriorityPolicy(string Name, long Weight)
{
    /// <summary>argument.serviceAntiAffinity.label; null if absent.</summary>
    public string? ServiceAntiAffinityLabel { get; init; }

    /// <summary>argument.labelPreference; null if absent.</summary>
    public LabelPreference? LabelPreference { get; init; }

    /// <summary>Null: it is one that is registered, or made from an argument.</summary>
    public IOwnRule<IPriority>? Own { get; init; }
}

public sealed record LabelPreference(string Label, bool Presence);
