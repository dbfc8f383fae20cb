namespace Simulator.Api;

/// <summary>apps/v1: pods with names and places of their own, updated one after the other.</summary>
public sealed record StatefulSet : ApiObject, IPodOwner
{
    public override string Kind => "StatefulSet";

    public int Replicas { get; init; } = 1;

    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();

    /// <summary>The headless service under which its pods have names.</summary>
    public string ServiceName { get; init; } = "";

    public IReadOnlyList<PersistentVolumeClaim> VolumeClaimTemplates { get; init; } = [];

    /// <summary>OrderedReady or Parallel.</summary>
    public string PodManagementPolicy { get; init; } = "OrderedReady";

    /// <summary>RollingUpdate or OnDelete.</summary>
    public string UpdateStrategy { get; init; } = "RollingUpdate";

    /// <summary>Pods below this ordinal keep the old revision; null = the block rollingUpdate is not there.</summary>
    public int? Partition { get; init; } = 0;

    public int RevisionHistoryLimit { get; init; } = 10;

    public StatefulSetStatus Status { get; init; } = new();

    LabelSelector? IPodOwner.PodSelector => Selector;
}

/// <summary>What the StatefulSet controller last reported.</summary>
public sealed record StatefulSetStatus
{
    public long ObservedGeneration { get; init; }

    public int Replicas { get; init; }

    public int ReadyReplicas { get; init; }

    /// <summary>Pods of the current revision.</summary>
    public int CurrentReplicas { get; init; }

    /// <summary>Pods of the update revision.</summary>
    public int UpdatedReplicas { get; init; }

    public string CurrentRevision { get; init; } = "";

    public string UpdateRevision { get; init; } = "";

    public int? CollisionCount { get; init; }
}
