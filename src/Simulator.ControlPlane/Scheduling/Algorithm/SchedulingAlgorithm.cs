using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Algorithm;

/// <summary>
/// The predicates and weighted priorities in force: those of the default provider or of a policy (factory.go, CreateFromConfig).
/// </summary>
public sealed class SchedulingAlgorithm
{
    private static readonly NamedPriority[] EqualOnly = [new("EqualPriority", 1, new EqualPriority())];

    private SchedulingAlgorithm(
        IReadOnlyList<NamedPredicate> predicates, IReadOnlyList<NamedPriority> priorities, IReadOnlyList<Extender> extenders,
        IChooser? chooser) =>
        (Predicates, Priorities, Extenders, Chooser) = (predicates, priorities, extenders, chooser);

    /// <summary>In name order.</summary>
    public IReadOnlyList<NamedPredicate> Predicates { get; }

    /// <summary>In name order, as configured.</summary>
    public IReadOnlyList<NamedPriority> Priorities { get; }

    /// <summary>Those that something answers for, in the order of the policy.</summary>
    public IReadOnlyList<Extender> Extenders { get; }

    /// <summary>Null: the priorities decide.</summary>
    public IChooser? Chooser { get; }

    /// <summary>Others than its predicates and priorities have a say.</summary>
    public bool IsExtended => Extenders.Count > 0 || Chooser is not null;

    /// <summary>
    /// What scores are summed from: without any priority every node is as good as the next, unless there is an extender
    /// (generic_scheduler.go, PrioritizeNodes).
    /// </summary>
    public IReadOnlyList<NamedPriority> Scoring => Priorities.Count > 0 || Extenders.Count > 0 ? Priorities : EqualOnly;

    /// <summary>The default provider's algorithm.</summary>
    public static SchedulingAlgorithm Default(SchedulerSettings settings) => From(null, settings, out _)!;

    /// <summary>The algorithm of a policy (null = default provider), or null and what is wrong with it.</summary>
    public static SchedulingAlgorithm? From(SchedulerPolicy? policy, SchedulerSettings settings, out IReadOnlyList<string> errors)
    {
        policy ??= SchedulerPolicy.Default;
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
        return found.Count > 0 ? null : new SchedulingAlgorithm(
            [.. predicates.Values], [.. priorities.Values], Extender.Of(policy.Extenders), policy.Chooser?.Make());
    }

    private static IPredicate? Make(PredicatePolicy entry, SchedulerSettings settings) => entry switch
    {
        { Own: { } own } => own.Make(),
        { ServiceAffinityLabels: { } labels } => new CheckServiceAffinity(labels),
        { LabelsPresence: { } presence } => new CheckNodeLabelPresence(presence),
        _ => PredicateTable.Make(entry.Name, settings),
    };

    private static IPriority? Make(PriorityPolicy entry, SchedulerSettings settings) => entry switch
    {
        { Own: { } own } => own.Make(),
        { ServiceAntiAffinityLabel: { } label } => new ServiceAntiAffinityPriority(label),
        { LabelPreference: { } preference } => new NodeLabelPriority(preference),
        _ => PriorityTable.Make(entry.Name, settings),
    };
}

public sealed record NamedPredicate(string Name, IPredicate Predicate);

public sealed record NamedPriority(string Name, long Weight, IPriority Priority);
