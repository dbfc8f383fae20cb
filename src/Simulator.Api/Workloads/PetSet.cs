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

    public PetSetStatus Status { get; init; } = new();

    LabelSelector? IPodOwner.PodSelector => Selector;
}

/// <summary>What the PetSet controller last reported.</summary>
public sealed record PetSetStatus
{
    /// <summary>Pets whose sync went well, whether they run or not.</summary>
    public int Replicas { get; init; }
}
