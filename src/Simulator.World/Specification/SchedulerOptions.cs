namespace Simulator.World;

/// <summary>Flags of kube-scheduler 1.3.10 (plugin/cmd/kube-scheduler/app/options).</summary>
public sealed record SchedulerOptions
{
    /// <summary>--kube-api-qps, calls a second of its client, binds and events together.</summary>
    public float KubeApiQps { get; init; } = 50;

    /// <summary>--kube-api-burst</summary>
    public int KubeApiBurst { get; init; } = 100;

    /// <summary>--policy-config-file, already read; null = --algorithm-provider DefaultProvider.</summary>
    public ControlPlane.Scheduling.SchedulerPolicy? Policy { get; init; }

    /// <summary>--hard-pod-affinity-symmetric-weight</summary>
    public int HardPodAffinitySymmetricWeight { get; init; } = 1;

    /// <summary>--failure-domains</summary>
    public IReadOnlyList<string> FailureDomains { get; init; } =
        [Api.WellKnownLabels.Region, Api.WellKnownLabels.Zone, Api.WellKnownLabels.Hostname];

    /// <summary>--scheduler-name</summary>
    public string SchedulerName { get; init; } = "default-scheduler";
}
