namespace Simulator.Api;

/// <summary>Attraction to pods, or as anti-affinity repulsion from them.</summary>
public sealed record PodAffinity
{
    public IReadOnlyList<PodAffinityTerm> Required { get; init; } = [];

    public IReadOnlyList<WeightedPodAffinityTerm> Preferred { get; init; } = [];
}

/// <summary>Selects pods by label and namespace, and the topology in which they count as near.</summary>
public sealed record PodAffinityTerm
{
    /// <summary>Null selects nothing, an empty selector everything.</summary>
    public LabelSelector? LabelSelector { get; init; }

    /// <summary>Null means the namespace of the pod that carries the term; an empty list means all.</summary>
    public IReadOnlyList<string>? Namespaces { get; init; }

    /// <summary>Node label whose equal, non-empty values make two nodes near; "" means any of the failure domains.</summary>
    public string TopologyKey { get; init; } = "";
}

public sealed record WeightedPodAffinityTerm(int Weight, PodAffinityTerm Term);
