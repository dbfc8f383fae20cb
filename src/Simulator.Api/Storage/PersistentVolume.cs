namespace Simulator.Api;

public sealed record PersistentVolume : ApiObject
{
    public override string Kind => "PersistentVolume";

    public ResourceList Capacity { get; init; } = ResourceList.Empty;

    public IReadOnlyList<string> AccessModes { get; init; } = [];

    /// <summary>Namespace and name of the claim it is bound to or reserved for; null if free.</summary>
    public ObjectKey? ClaimRef { get; init; }

    public string ReclaimPolicy { get; init; } = "Retain";

    public GcePersistentDisk? GcePersistentDisk { get; init; }

    public AwsElasticBlockStore? AwsElasticBlockStore { get; init; }

    public Rbd? Rbd { get; init; }

    public string? OtherSource { get; init; }
}
