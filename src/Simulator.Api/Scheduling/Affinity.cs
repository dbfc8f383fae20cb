namespace Simulator.Api;

/// <summary>The affinity annotation of a pod (scheduler.alpha.kubernetes.io/affinity) or today's spec.affinity.</summary>
public sealed record Affinity
{
    public NodeAffinity? NodeAffinity { get; init; }

    public PodAffinity? PodAffinity { get; init; }

    public PodAffinity? PodAntiAffinity { get; init; }
}
