namespace Simulator.Api;

/// <summary>apps/v1alpha1 of 1.3; today's StatefulSet is read as one.</summary>
public sealed record PetSet : ApiObject, IPodOwner
{
    public override string Kind => "PetSet";

    public int Replicas { get; init; } = 1;

    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();

    /// <summary>The headless service under which its pets have names.</summary>
    public string ServiceName { get; init; } = "";

    public IReadOnlyList<PersistentVolumeClaim> VolumeClaimTemplates { get; init; } = [];

    /// <summary>OrderedReady or Parallel; 1.3 knows only the former.</summary>
    public string PodManagementPolicy { get; init; } = "OrderedReady";

    /// <summary>RollingUpdate or OnDelete; 1.3 does neither.</summary>
    public string UpdateStrategy { get; init; } = "RollingUpdate";

    /// <summary>Pods below this ordinal keep the old revision; null = the block rollingUpdate is not there.</summary>
    public int? Partition { get; init; } = 0;

    public int RevisionHistoryLimit { get; init; } = 10;

    public PetSetStatus Status { get; init; } = new();

    LabelSelector? IPodOwner.PodSelector => Selector;
}

/// <summary>What the PetSet controller last reported.</summary>
public sealed record PetSetStatus
{
    /// <summary>Pets whose sync went well, whether they run or not.</summary>
    public int Replicas { get; init; }

    public long ObservedGeneration { get; init; }

    public int ReadyReplicas { get; init; }

    /// <summary>Pods of the current revision.</summary>
    public int CurrentReplicas { get; init; }

    /// <summary>Pods of the update revision.</summary>
    public int UpdatedReplicas { get; init; }

    public string CurrentRevision { get; init; } = "";

    public string UpdateRevision { get; init; } = "";

    public int? CollisionCount { get; init; }
}
