namespace Simulator.Api;

/// <summary>apps/v1alpha1 of 1.3; today's StatefulSet is read as one.</summary>
public sealed record PetSet : ApiObject
{
    public override string Kind => "PetSet";

    public int Replicas { get; init; } = 1;

    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();

    public string ServiceName { get; init; } = "";

    public IReadOnlyList<PersistentVolumeClaim> VolumeClaimTemplates { get; init; } = [];
}
