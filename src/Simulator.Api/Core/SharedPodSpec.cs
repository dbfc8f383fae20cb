namespace Simulator.Api;

/// <summary>What the pods of one template have in common: all of <see cref="PodSpec"/>, which says what it means, but the node.</summary>
internal sealed record SharedPodSpec
{
    public static readonly SharedPodSpec Empty = new();

    public IReadOnlyList<Container> Containers { get; init; } = [];

    public IReadOnlyList<Container> InitContainers { get; init; } = [];

    public IReadOnlyList<Volume> Volumes { get; init; } = [];

    public LabelSet NodeSelector { get; init; } = LabelSet.Empty;

    public Parsed<Affinity> Affinity { get; init; }

    public Parsed<IReadOnlyList<Toleration>> Tolerations { get; init; }

    public PodPlacement? Placement { get; init; }

    public string SchedulerName { get; init; } = "";

    public TimeSpan TerminationGracePeriod { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan? ActiveDeadline { get; init; }

    public string ServiceAccountName { get; init; } = "";

    public string RestartPolicy { get; init; } = "Always";

    public bool HostNetwork { get; init; }

    public string Hostname { get; init; } = "";

    public string Subdomain { get; init; } = "";

    public IReadOnlyList<string> ReadinessGates { get; init; } = [];

    public PodSpecDetails? Details { get; init; }
}
