namespace Simulator.Cli.Bench;

/// <summary>What the pods of <c>bench scheduler</c> ask for: those that run already and those that are placed.</summary>
public enum PodsKind
{
    /// <summary>CPU and memory.</summary>
    Plain,

    /// <summary>Besides, distance from some 30 running pods of the same service.</summary>
    Spread,

    /// <summary>Two of four pools, and rather one zone than another.</summary>
    NodeAffinity,

    /// <summary>No other pod of the same app on the node; under a policy with MatchInterPodAffinity and InterPodAffinityPriority.</summary>
    AntiAffinity,

    /// <summary>A host port that some 30 running pods hold, too.</summary>
    HostPort,

    /// <summary>A bound claim of its own, on a disk in one zone.</summary>
    Claim,
}
