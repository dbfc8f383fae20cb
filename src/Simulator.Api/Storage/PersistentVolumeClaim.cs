namespace Simulator.Api;

public sealed record PersistentVolumeClaim : ApiObject
{
    public override string Kind => "PersistentVolumeClaim";

    /// <summary>Name of the bound volume; "" while unbound.</summary>
    public string VolumeName { get; init; } = "";

    public IReadOnlyList<string> AccessModes { get; init; } = [];

    public ResourceList Requests { get; init; } = ResourceList.Empty;

    public LabelSelector? Selector { get; init; }

    /// <summary>spec.storageClassName; null = the default class, "" = no class.</summary>
    public string? StorageClassName { get; init; }

    /// <summary>Filesystem or Block; "" = the former.</summary>
    public string VolumeMode { get; init; } = "";

    public ClaimPhase Phase { get; init; } = ClaimPhase.Pending;

    /// <summary>It asks for a volume to be made (annotation volume.alpha.kubernetes.io/storage-class, whatever its value).</summary>
    public bool IsProvisioned => Metadata.Annotations.ContainsKey(WellKnownAnnotations.StorageClass);
}

public enum ClaimPhase
{
    Pending,
    Bound,

    /// <summary>Its volume is gone, or belongs to somebody else.</summary>
    Lost,
}
