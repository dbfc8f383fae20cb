namespace Simulator.World.Specification;

/// <summary>Flags of the kubelet 1.3.10 (cmd/kubelet/app/options) and the measured pace of its container runtime.</summary>
public sealed record KubeletOptions
{
    /// <summary>--node-status-update-frequency</summary>
    public TimeSpan NodeStatusUpdateFrequency { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>--kube-api-qps</summary>
    public float KubeApiQps { get; init; } = 5;

    /// <summary>--kube-api-burst</summary>
    public int KubeApiBurst { get; init; } = 10;

    /// <summary>--max-pods; also the default of a node's pod capacity.</summary>
    public int MaxPods { get; init; } = 110;

    /// <summary>--container-runtime</summary>
    public ContainerRuntime Runtime { get; init; } = ContainerRuntime.Docker;

    /// <summary>--serialize-image-pulls: one pull at a time; otherwise each pull has the full rate.</summary>
    public bool SerializeImagePulls { get; init; } = true;

    /// <summary>--registry-qps, pulls a second; one more fails at once.</summary>
    public float RegistryQps { get; init; } = 5;

    /// <summary>--registry-burst</summary>
    public int RegistryBurst { get; init; } = 10;

    /// <summary>--eviction-hard memory.available, bytes; 0 = unset.</summary>
    public long EvictionHardMemory { get; init; }

    /// <summary>--eviction-pressure-transition-period</summary>
    public TimeSpan EvictionPressureTransitionPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>--out-of-disk-transition-frequency: so long a node goes on saying that its disk is full, at least.</summary>
    public TimeSpan OutOfDiskTransitionFrequency { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Images are on every node already; otherwise the first pod of an image on a node waits for its pull.</summary>
    public bool ImagesPresent { get; init; } = true;

    /// <summary>Size of an image that nothing else tells, in bytes.</summary>
    public long ImageBytes { get; init; } = 400_000_000;

    /// <summary>Pull throughput of a node in bytes a second; a pull takes size / rate + 1 s (world.md).</summary>
    public double ImagePullBytesPerSecond { get; init; } = 20_000_000;

    /// <summary>What a pull takes beside the transfer.</summary>
    public TimeSpan ImagePullOverhead { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What it takes to learn that an image with pull policy Always is the registry's still (judgement).</summary>
    public TimeSpan ImageCheckDuration { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Shortest time to set up and start a pod's containers with the image present, until they run (calibrated on the measured runs,
    /// tests/README.md).
    /// </summary>
    public TimeSpan ContainerStartMin { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest such time; every time between is equally likely.</summary>
    public TimeSpan ContainerStartMax { get; init; } = TimeSpan.FromMilliseconds(1050);

    /// <summary>How often the kubelet looks at its containers (pleg relist).</summary>
    public TimeSpan RelistPeriod { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest time that containers take to stop when told so; uniform from 0 (world.md: they handle the signal).</summary>
    public TimeSpan ContainerStopMax { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often statuses that the API server does not show yet are sent again (status manager).</summary>
    public TimeSpan StatusSweepPeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From power on to a kubelet that answers: each boot takes between half and one and a half times as long.</summary>
    public TimeSpan BootDuration { get; init; } = TimeSpan.FromSeconds(60);
}

public enum ContainerRuntime
{
    Docker,

    /// <summary>The pod is the unit: its apps start and restart together, without back-off and without init containers.</summary>
    Rkt,
}
