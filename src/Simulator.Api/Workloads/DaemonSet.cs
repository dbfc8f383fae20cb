namespace Simulator.Api;

public sealed record DaemonSet : ApiObject, IPodOwner
{
    public override string Kind => "DaemonSet";

    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();

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
}
