using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Algorithm;

/// <summary>
/// The predicates and weighted priorities in force: those of the default provider or of a policy (factory.go, CreateFromConfig).
/// </summary>
public sealed class SchedulingAlgorithm
{
    private static readonly NamedPriority[] EqualOnly = [new("EqualPriority", 1, new EqualPriority())];

    private SchedulingAlgorithm(IReadOnlyList<NamedPredicate> predicates, IReadOnlyList<NamedPriority> priorities) =>
        (Predicates, Priorities) = (predicates, priorities);

    /// <summary>In name order.</summary>
    public IReadOnlyList<NamedPredicate> Predicates { get; }

    /// <summary>In name order, as configured.</summary>
    public IReadOnlyList<NamedPriority> Priorities { get; }

    /// <summary>What scores are summed from: without any priority every node is as good as the next.</summary>
    public IReadOnlyList<NamedPriority> Scoring => Priorities.Count > 0 ? Priorities : EqualOnly;

    /// <summary>The default provider's algorithm.</summary>
    public static SchedulingAlgorithm Default(SchedulerSettings settings) => From(null, settings, out _)!;

    /// <summary>The algorithm of a policy (null = default provider), or null and what is wrong with it.</summary>
    public static SchedulingAlgorithm? From(SchedulerPolicy? policy, SchedulerSettings settings, out IReadOnlyList<string> errors)
    {
        policy ??= DefaultPolicy();
        var found = new List<string>();
        var predicates = new SortedDictionary<string, NamedPredicate>(StringComparer.Ordinal);
        foreach (var entry in policy.Predicates)
        {
            if (Make(entry, settings) is { } predicate) predicates[entry.Name] = new NamedPredicate(entry.Name, predicate);
            else found.Add($"no predicate '{entry.Name}'; registered are {string.Join(", ", PredicateTable.Names)}");
        }

        var priorities = new SortedDictionary<string, NamedPriority>(StringComparer.Ordinal);
        foreach (var entry in policy.Priorities)
        {
            if (Make(entry, settings) is { } priority) priorities[entry.Name] = new NamedPriority(entry.Name, entry.Weight, priority);
            else found.Add($"no priority '{entry.Name}'; registered are {string.Join(", ", PriorityTable.Names)}");
        }

        errors = found;
        return found.Count > 0 ? null : new SchedulingAlgorithm([.. predicates.Values], [.. priorities.Values]);
    }

    private static SchedulerPolicy DefaultPolicy() => new()
    {
        Predicates = [.. PredicateTable.DefaultNames.Select(name => new PredicatePolicy(name))],
        Priorities = [.. PriorityTable.DefaultNames.Select(name => new PriorityPolicy(name, 1))],
    };

    private static IPredicate? Make(PredicatePolicy entry, SchedulerSettings settings) => entry switch
    {
        { ServiceAffinityLabels: { } labels } => new CheckServiceAffinity(labels),
        { LabelsPresence: { } presence } => new CheckNodeLabelPresence(presence),
        _ => PredicateTable.Make(entry.Name, settings),
    };

    private static IPriority? Make(PriorityPolicy entry, SchedulerSettings settings) => entry switch
    {
        { ServiceAntiAffinityLabel: { } label } => new ServiceAntiAffinityPriority(label),
        { LabelPreference: { } preference } => new NodeLabelPriority(preference),
        _ => PriorityTable.Make(entry.Name, settings),
    };
}

public sealed record NamedPredicate(string Name, IPredicate Predicate);

public sealed record NamedPriority(string Name, long Weight, IPriority Priority);
