using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>What a pod affinity term says of others that it matches.</summary>
public enum TermKind
{
    /// <summary>It keeps them away.</summary>
    RequiredAnti,

    /// <summary>It is attracted, as much as the profile says.</summary>
    Required,

    /// <summary>It is attracted, or repelled by a negative weight.</summary>
    Preferred,
}

/// <summary>Running pods that carry the same term.</summary>
/// <param name="Weight">Of a preferred one.</param>
/// <param name="Pods">Those that carry it.</param>
public sealed record TermClass(TermKind Kind, AffinityTerm Term, int Weight, PodGroup Pods);
