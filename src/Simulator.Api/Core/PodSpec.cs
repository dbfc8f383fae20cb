namespace Simulator.Api;

public sealed record PodSpec
{
    public IReadOnlyList<Container> Containers { get; init; } = [];

    /// <summary>Annotation pod.alpha.kubernetes.io/init-containers or today's spec.initContainers.</summary>
    public IReadOnlyList<Container> InitContainers { get; init; } = [];

    public IReadOnlyList<Volume> Volumes { get; init; } = [];

    /// <summary>"" until the pod is bound.</summary>
    public string NodeName { get; init; } = "";

    public LabelSet NodeSelector { get; init; } = LabelSet.Empty;

    public Parsed<Affinity> Affinity { get; init; }

    public Parsed<IReadOnlyList<Toleration>> Tolerations { get; init; }

    /// <summary>Null where there is nothing of the kind.</summary>
    public PodPlacement? Placement { get; init; }

    /// <summary>Which scheduler is responsible; "" = default-scheduler.</summary>
    public string SchedulerName { get; init; } = "";

    public TimeSpan TerminationGracePeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time that the pod may be active, counted from its start; null = no end.</summary>
    public TimeSpan? ActiveDeadline { get; init; }

    /// <summary>"" = the namespace's default account.</summary>
    public string ServiceAccountName { get; init; } = "";

    public string RestartPolicy { get; init; } = "Always";

    public bool HostNetwork { get; init; }

    public string Hostname { get; init; } = "";

    public string Subdomain { get; init; } = "";

    /// <summary>Null where there is nothing of the kind.</summary>
    public PodSpecDetails? Details { get; init; }
}
