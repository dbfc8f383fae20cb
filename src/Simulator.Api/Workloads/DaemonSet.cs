namespace Simulator.Api;

public sealed record DaemonSet : ApiObject, IPodOwner
{
    public override string Kind => "DaemonSet";

    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();

    /// <summary>RollingUpdate or OnDelete; 1.3 knows only the latter.</summary>
    public string UpdateStrategy { get; init; } = "OnDelete";

    /// <summary>Of a rolling update: a count ("1") or a share ("25%").</summary>
    public string MaxUnavailable { get; init; } = "1";

    public int MinReadySeconds { get; init; }

    public int? RevisionHistoryLimit { get; init; }

    public DaemonSetStatus Status { get; init; } = new();

    LabelSelector? IPodOwner.PodSelector => Selector;
}

/// <summary>What the daemon set controller last reported: numbers of nodes.</summary>
public sealed record DaemonSetStatus
{
    /// <summary>Should run the pod and do.</summary>
    public int CurrentNumberScheduled { get; init; }

    /// <summary>Should not run the pod, but do.</summary>
    public int NumberMisscheduled { get; init; }

    /// <summary>Should run the pod.</summary>
    public int DesiredNumberScheduled { get; init; }

    public long ObservedGeneration { get; init; }

    public int NumberReady { get; init; }

    public int NumberAvailable { get; init; }

    public int NumberUnavailable { get; init; }

    /// <summary>Run the present template.</summary>
    public int UpdatedNumberScheduled { get; init; }

    public int? CollisionCount { get; init; }
}
