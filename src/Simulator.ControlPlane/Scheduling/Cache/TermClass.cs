using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>How an affinity term of an existing pod bears upon pods that it selects.</summary>
public enum TermKind
{
    /// <summary>It keeps them away.</summary>
    RequiredAnti,

    /// <summary>It draws them near with the weight of --hard-pod-affinity-symmetric-weight.</summary>
    Required,

    /// <summary>It draws them near with its own weight, or away if that is below 0.</summary>
    Preferred,
}

/// <summary>An affinity term that existing pods carry, and on which nodes those are.</summary>
public sealed class TermClass
{
    private readonly SelectorMatcher? _matcher;

    internal TermClass(TermKind kind, int weight, PodAffinityTerm term, string ownerNamespace)
    {
        (Kind, Weight, Term) = (kind, weight, term);
        Namespaces = term.Namespaces is null ? [ownerNamespace] : term.Namespaces.Count == 0 ? [null] : [.. term.Namespaces.Distinct()];
        SelectorMatcher.TryCompile(term.LabelSelector!, out _matcher, out _);
    }

    public TermKind Kind { get; }

    public int Weight { get; }

    public PodAffinityTerm Term { get; }

    /// <summary>Null = all.</summary>
    public IReadOnlyList<string?> Namespaces { get; }

    /// <summary>Its selector cannot be read.</summary>
    public bool IsBroken => _matcher is null;

    /// <summary>The pods that carry it.</summary>
    public NodeCounts Owners { get; } = new();

    /// <summary>Pairs that what it selects must carry.</summary>
    internal LabelSet Asked => IsBroken ? LabelSet.Empty : Term.LabelSelector!.MatchLabels;

    /// <summary>Does it bear upon pods of its namespaces with these labels? A broken one does: with an error.</summary>
    public bool Bears(LabelSet labels) => _matcher?.Matches(labels) ?? true;
}
