namespace Simulator.Api;

public sealed record PersistentVolume : ApiObject
{
    public override string Kind => "PersistentVolume";

    public ResourceList Capacity { get; init; } = ResourceList.Empty;

    public IReadOnlyList<string> AccessModes { get; init; } = [];

    /// <summary>The claim it is bound to or reserved for; null if it is free.</summary>
    public ClaimReference? ClaimRef { get; init; }

    /// <summary>Retain, Recycle or Delete: what becomes of it when its claim is gone.</summary>
    public string ReclaimPolicy { get; init; } = "Retain";

    public GcePersistentDisk? GcePersistentDisk { get; init; }

    public AwsElasticBlockStore? AwsElasticBlockStore { get; init; }

    public Rbd? Rbd { get; init; }

    public Nfs? Nfs { get; init; }

    public HostPath? HostPath { get; init; }

    public string? OtherSource { get; init; }

    /// <summary>Named by <see cref="OtherSource"/>, too: 1.3's decisions do not look at it.</summary>
    public AzureDisk? AzureDisk { get; init; }

    /// <inheritdoc cref="AzureDisk"/>
    public CsiVolume? Csi { get; init; }

    /// <summary>The class that it belongs to; "" = none.</summary>
    public string StorageClassName { get; init; } = "";

    /// <summary>Filesystem or Block; "" = the former.</summary>
    public string VolumeMode { get; init; } = "";

    /// <summary>spec.nodeAffinity.required: the nodes that can reach it; null = all.</summary>
    public NodeSelector? NodeAffinity { get; init; }

    /// <summary>All sources that the manifest names; null for a volume that no user wrote.</summary>
    public IReadOnlyList<VolumeSource>? Sources { get; init; }

    public VolumePhase Phase { get; init; } = VolumePhase.Pending;
}

/// <param name="Uid">"" as long as the volume is only reserved for a claim of that name.</param>
public sealed record ClaimReference(ObjectKey Key, string Uid);

public enum VolumePhase
{
    /// <summary>The binder has not seen it yet.</summary>
    Pending,
    Available,
    Bound,

    /// <summary>Its claim is gone, and it has not been reclaimed.</summary>
    Released,

    /// <summary>It could not be reclaimed.</summary>
    Failed,
}
