namespace Simulator.Api;

public sealed record PodSpec
{
    // Pods of one template share it: binding one copies two references, not twenty fields (140 of the 2,440 bytes of a settled pod).
    private readonly SharedPodSpec _shared = SharedPodSpec.Empty;

    internal SharedPodSpec Shared => _shared;

    public IReadOnlyList<Container> Containers
    {
        get => _shared.Containers;
        init => _shared = _shared with { Containers = value };
    }

    /// <summary>Annotation pod.alpha.kubernetes.io/init-containers or today's spec.initContainers.</summary>
    public IReadOnlyList<Container> InitContainers
    {
        get => _shared.InitContainers;
        init => _shared = _shared with { InitContainers = value };
    }

    public IReadOnlyList<Volume> Volumes
    {
        get => _shared.Volumes;
        init => _shared = _shared with { Volumes = value };
    }

    /// <summary>"" until the pod is bound.</summary>
    public string NodeName { get; init; } = "";

    public LabelSet NodeSelector
    {
        get => _shared.NodeSelector;
        init => _shared = _shared with { NodeSelector = value };
    }

    public Parsed<Affinity> Affinity
    {
        get => _shared.Affinity;
        init => _shared = _shared with { Affinity = value };
    }

    public Parsed<IReadOnlyList<Toleration>> Tolerations
    {
        get => _shared.Tolerations;
        init => _shared = _shared with { Tolerations = value };
    }

    /// <summary>Null where there is nothing of the kind.</summary>
    public PodPlacement? Placement
    {
        get => _shared.Placement;
        init => _shared = _shared with { Placement = value };
    }

    /// <summary>Which scheduler is responsible; "" = default-scheduler.</summary>
    public string SchedulerName
    {
        get => _shared.SchedulerName;
        init => _shared = _shared with { SchedulerName = value };
    }

    public TimeSpan TerminationGracePeriod
    {
        get => _shared.TerminationGracePeriod;
        init => _shared = _shared with { TerminationGracePeriod = value };
    }

    /// <summary>Longest time that the pod may be active, counted from its start; null = no end.</summary>
    public TimeSpan? ActiveDeadline
    {
        get => _shared.ActiveDeadline;
        init => _shared = _shared with { ActiveDeadline = value };
    }

    /// <summary>"" = the namespace's default account.</summary>
    public string ServiceAccountName
    {
        get => _shared.ServiceAccountName;
        init => _shared = _shared with { ServiceAccountName = value };
    }

    public string RestartPolicy
    {
        get => _shared.RestartPolicy;
        init => _shared = _shared with { RestartPolicy = value };
    }

    public bool HostNetwork
    {
        get => _shared.HostNetwork;
        init => _shared = _shared with { HostNetwork = value };
    }

    public string Hostname
    {
        get => _shared.Hostname;
        init => _shared = _shared with { Hostname = value };
    }

    public string Subdomain
    {
        get => _shared.Subdomain;
        init => _shared = _shared with { Subdomain = value };
    }

    /// <summary>Types of conditions that have to be True before the pod is ready, besides its containers.</summary>
    public IReadOnlyList<string> ReadinessGates
    {
        get => _shared.ReadinessGates;
        init => _shared = _shared with { ReadinessGates = value };
    }

    /// <summary>Null where there is nothing of the kind.</summary>
    public PodSpecDetails? Details
    {
        get => _shared.Details;
        init => _shared = _shared with { Details = value };
    }
}
