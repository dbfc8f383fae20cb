namespace Simulator.Api;

/// <summary>A volume of a pod. At most one source is set; <see cref="OtherSource"/> names a source that decisions do not look at.</summary>
public sealed record Volume
{
    public string Name { get; init; } = "";

    public GcePersistentDisk? GcePersistentDisk { get; init; }

    public AwsElasticBlockStore? AwsElasticBlockStore { get; init; }

    public Rbd? Rbd { get; init; }

    public Nfs? Nfs { get; init; }

    /// <summary>Named by <see cref="OtherSource"/>, too: 1.3's decisions do not look at it.</summary>
    public Iscsi? Iscsi { get; init; }

    /// <inheritdoc cref="Iscsi"/>
    public AzureDisk? AzureDisk { get; init; }

    public HostPath? HostPath { get; init; }

    /// <summary>A folder of the node's disk that lives and dies with the pod.</summary>
    public bool IsEmptyDir { get; init; }

    /// <summary>Name of a claim in the pod's namespace; null if the volume is not a claim.</summary>
    public string? ClaimName { get; init; }

    /// <summary>The ConfigMap or Secret that it shows as files; null if it is of another kind.</summary>
    public DataReference? Data { get; init; }

    public string? OtherSource { get; init; }

    /// <summary>All sources that the manifest names, in the order of 1.3's rules; null where there is nothing to check.</summary>
    public IReadOnlyList<VolumeSource>? Details { get; init; }
}

public sealed record GcePersistentDisk(string PdName, bool ReadOnly);

public sealed record AwsElasticBlockStore(string VolumeId, bool ReadOnly);

public sealed record Rbd(IReadOnlyList<string> Monitors, string Pool, string Image, bool ReadOnly);

public sealed record Nfs(string Server, string Path);

public sealed record Iscsi(string TargetPortal, string Iqn, int Lun, bool ReadOnly);

public sealed record AzureDisk(string DiskName);

/// <summary>A volume of a storage driver.</summary>
public sealed record CsiVolume(string Driver, string Handle);

/// <summary>A folder of the node's own disk.</summary>
public sealed record HostPath(string Path);
