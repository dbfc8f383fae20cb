using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>Arguments of the plug-ins, with the defaults of 1.20.</summary>
public sealed record PluginSettings
{
    /// <summary>NodeResourcesFitArgs: extended resources that are not looked at.</summary>
    public IReadOnlyList<string> IgnoredResources { get; init; } = [];

    /// <summary>The same by what stands before the slash.</summary>
    public IReadOnlyList<string> IgnoredResourceGroups { get; init; } = [];

    /// <summary>An extended resource that nobody looks at.</summary>
    public bool Ignores(string resource) => ResourceKinds.IsExtended(resource)
        && (IgnoredResources.Contains(resource) || IgnoredResourceGroups.Contains(resource.Split('/')[0]));

    /// <summary>NodeAffinityArgs: what the profile asks of nodes for all its pods; null = nothing.</summary>
    public NodeAffinity? AddedAffinity { get; init; }

    /// <summary>InterPodAffinityArgs, 0 to 100: what a required term of a running pod is worth that attracts the pod; 0 = off.</summary>
    public int HardPodAffinityWeight { get; init; } = 1;

    /// <summary>InterPodAffinityArgs of later releases: what others prefer does not move a pod that prefers nothing itself.</summary>
    public bool IgnoresPreferredTermsOfOthers { get; init; }

    /// <summary>PodTopologySpreadArgs: constraints of pods that have none; null = the system's.</summary>
    public IReadOnlyList<TopologySpreadConstraint>? DefaultConstraints { get; init; }

    /// <summary>What NodeResourcesLeastAllocated and NodeResourcesMostAllocated look at.</summary>
    public IReadOnlyList<ResourceWeight> LeastAllocated { get; init; } = ResourceWeight.CpuAndMemory;

    /// <inheritdoc cref="LeastAllocated"/>
    public IReadOnlyList<ResourceWeight> MostAllocated { get; init; } = ResourceWeight.CpuAndMemory;

    /// <summary>RequestedToCapacityRatioArgs: what a use is worth, by rising use.</summary>
    public IReadOnlyList<UtilizationPoint> Shape { get; init; } = [];

    public IReadOnlyList<ResourceWeight> RatioResources { get; init; } = ResourceWeight.CpuAndMemory;

    /// <summary>DefaultPreemptionArgs: at least so many percent of the nodes are tried, and so many nodes.</summary>
    public int MinCandidateNodesPercentage { get; init; } = 10;

    public int MinCandidateNodesAbsolute { get; init; } = 100;

    /// <summary>NodeLabelArgs: labels that nodes must, must not, should or should not have.</summary>
    public NodeLabelSettings NodeLabel { get; init; } = new();

    /// <summary>Environment KUBE_MAX_PD_VOLS: a positive number replaces the limits of the in-tree volumes; null = not set.</summary>
    public int? MaxVolumes { get; init; }
}

public sealed record ResourceWeight(string Name, long Weight)
{
    public static readonly IReadOnlyList<ResourceWeight> CpuAndMemory = [new(ResourceNames.Cpu, 1), new(ResourceNames.Memory, 1)];
}

/// <param name="Utilization">Percent.</param>
/// <param name="Score">0 to 10.</param>
public sealed record UtilizationPoint(int Utilization, int Score);

public sealed record NodeLabelSettings
{
    public IReadOnlyList<string> Present { get; init; } = [];

    public IReadOnlyList<string> Absent { get; init; } = [];

    public IReadOnlyList<string> PresentPreferred { get; init; } = [];

    public IReadOnlyList<string> AbsentPreferred { get; init; } = [];
}
