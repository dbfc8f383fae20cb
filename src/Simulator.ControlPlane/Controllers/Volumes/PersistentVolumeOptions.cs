namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Settings of the volume controller, at the defaults of 1.3.10.</summary>
public sealed record PersistentVolumeOptions
{
    /// <summary>--pvclaimbinder-sync-period: how often every claim and volume is looked at without a cause.</summary>
    public TimeSpan SyncPeriod { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What makes and deletes disks; null = no cloud provider.</summary>
    public DiskProvisioner? Provisioner { get; init; }

    public VolumeMatching Matching { get; init; }

    /// <summary>From the start of a scrubber pod to the empty volume (judgement).</summary>
    public TimeSpan RecycleDuration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Tries to store the volume of a new disk (createProvisionedPVRetryCount).</summary>
    public int CreateTries { get; init; } = 5;

    /// <summary>Between them (createProvisionedPVInterval).</summary>
    public TimeSpan CreateInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After the first failure of an operation; it doubles (pkg/util/goroutinemap).</summary>
    public TimeSpan RetryDelayMin { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>maxDurationBeforeRetry</summary>
    public TimeSpan RetryDelayMax { get; init; } = TimeSpan.FromMinutes(2);
}

/// <summary>Which volumes will do for a claim.</summary>
public enum VolumeMatching
{
    /// <summary>All that are large enough and can be accessed as it wants; an annotation asks for a new one.</summary>
    ByModes,

    /// <summary>Of these, those of its class; the class says whether a new one is made, and when.</summary>
    ByClass,
}
