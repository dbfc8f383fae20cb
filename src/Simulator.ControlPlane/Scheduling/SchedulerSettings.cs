using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>Flags of kube-scheduler that decisions depend on (plugin/cmd/kube-scheduler/app/options of 1.3.10).</summary>
public sealed record SchedulerSettings
{
    /// <summary>Node volume limits of the two count predicates (predicates.go, defaults.go).</summary>
    public const int DefaultMaxEbsVolumes = 39;

    /// <inheritdoc cref="DefaultMaxEbsVolumes"/>
    public const int DefaultMaxGcePdVolumes = 16;

    /// <summary>--hard-pod-affinity-symmetric-weight, 0 to 100; 0 switches it off.</summary>
    public int HardPodAffinitySymmetricWeight { get; init; } = 1;

    /// <summary>--failure-domains: what an empty topology key stands for.</summary>
    public IReadOnlyList<string> FailureDomains { get; init; } = [WellKnownLabels.Hostname, WellKnownLabels.Zone, WellKnownLabels.Region];

    /// <summary>Environment variable KUBE_MAX_PD_VOLS: a positive number replaces both limits; null = not set.</summary>
    public int? MaxVolumesOverride { get; init; }

    public int MaxEbsVolumes => MaxVolumesOverride ?? DefaultMaxEbsVolumes;

    public int MaxGcePdVolumes => MaxVolumesOverride ?? DefaultMaxGcePdVolumes;

    /// <summary>--scheduler-name</summary>
    public string SchedulerName { get; init; } = "default-scheduler";
}
