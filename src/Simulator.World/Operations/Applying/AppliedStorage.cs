using Simulator.Api;

namespace Simulator.World.Operations.Applying;

/// <summary>Claims and volumes: what binds them to each other stays unless the manifest says it.</summary>
internal static class AppliedStorage
{
    public static PersistentVolumeClaim Merge(PersistentVolumeClaim stored, PersistentVolumeClaim wanted, Claims spec) => stored with
    {
        VolumeName = spec.Choose("volumeName", stored.VolumeName, wanted.VolumeName),
        AccessModes = spec.Choose("accessModes", stored.AccessModes, wanted.AccessModes),
        Requests = spec.Below("resources").Merge("requests", stored.Requests, wanted.Requests),
        Selector = AppliedWorkloads.Selector(stored.Selector, wanted.Selector, spec),
    };

    public static PersistentVolume Merge(PersistentVolume stored, PersistentVolume wanted, Claims spec) => stored with
    {
        Capacity = spec.Merge("capacity", stored.Capacity, wanted.Capacity),
        AccessModes = spec.Choose("accessModes", stored.AccessModes, wanted.AccessModes),
        ClaimRef = spec.Choose("claimRef", stored.ClaimRef, wanted.ClaimRef ?? stored.ClaimRef),
        ReclaimPolicy = spec.Choose("persistentVolumeReclaimPolicy", stored.ReclaimPolicy, wanted.ReclaimPolicy),
        GcePersistentDisk = spec.Choose("gcePersistentDisk", stored.GcePersistentDisk, wanted.GcePersistentDisk),
        AwsElasticBlockStore = spec.Choose("awsElasticBlockStore", stored.AwsElasticBlockStore, wanted.AwsElasticBlockStore),
        Rbd = spec.Choose("rbd", stored.Rbd, wanted.Rbd),
        Nfs = spec.Choose("nfs", stored.Nfs, wanted.Nfs),
        HostPath = spec.Choose("hostPath", stored.HostPath, wanted.HostPath),
        Sources = spec.Details(stored.Sources, wanted.Sources),
    };
}
