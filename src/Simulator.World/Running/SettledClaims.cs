using Simulator.Api;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Storage;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>
/// Binds the claims of time zero as the controller long ago would have, so that it finds nothing to do. What nothing satisfies stays
/// Pending.
/// </summary>
/// <param name="placer">Is told of them: the scheduler looks at volumes and claims when it places pods.</param>
internal sealed class SettledClaims(SimulatedCluster cluster, ISettledPlacer placer)
{
    private readonly DiskProvisioner? _provisioner = cluster.Spec.ControllerManager.Provisioner;
    private readonly SortedDictionary<string, PersistentVolume> _volumes = new(StringComparer.Ordinal);
    private readonly List<string> _zones = [];

    /// <summary>All claims that are stored, in key order; then the volumes that nobody has. To be called first.</summary>
    public void SettleAll()
    {
        _zones.AddRange(cluster.Topology.Nodes.Select(node => node.Zone).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var volume in cluster.Store.List(nameof(PersistentVolume)).Cast<PersistentVolume>()) _volumes.Add(volume.Name, volume);
        foreach (var claim in cluster.Store.List(nameof(PersistentVolumeClaim)).Cast<PersistentVolumeClaim>().ToList()) Settle(claim);
        foreach (var volume in _volumes.Values.Where(
            volume => volume is { Phase: VolumePhase.Pending, ClaimRef: null or { Uid.Length: 0 } }).ToList())
        {
            Store(volume with { Phase = VolumePhase.Available });
        }
    }

    /// <summary>
    /// Only what names each other is bound; claims that waited wait on, and a volume whose claim is gone stays with what became of it.
    /// </summary>
    public void SettleBound()
    {
        var claims = cluster.Store.List(nameof(PersistentVolumeClaim)).Cast<PersistentVolumeClaim>().ToList();
        foreach (var volume in cluster.Store.List(nameof(PersistentVolume)).Cast<PersistentVolume>()) _volumes.Add(volume.Name, volume);
        foreach (var claim in claims)
        {
            if (!_volumes.TryGetValue(claim.VolumeName, out var volume) || (volume.ClaimRef?.Key ?? claim.Key) != claim.Key) continue;
            Store(Bound(claim, volume with { ClaimRef = VolumeBinding.ReferenceTo(claim) }));
        }

        var free = _volumes.Values.Where(volume => volume is { Phase: VolumePhase.Pending, ClaimRef: null }).ToList();
        foreach (var volume in free) Store(volume with { Phase = VolumePhase.Available });
        var left = _volumes.Values.Where(volume => volume is { Phase: VolumePhase.Pending, ClaimRef: not null }).ToList();
        foreach (var volume in left) Store(volume with { Phase = VolumePhase.Released });
    }

    /// <summary>The claim as it is stored then.</summary>
    /// <param name="claim">With a uid.</param>
    public PersistentVolumeClaim Settle(PersistentVolumeClaim claim) =>
        (PersistentVolumeClaim)Store(VolumeFor(claim) is { } volume ? Bound(claim, volume) : claim);

    private PersistentVolumeClaim Bound(PersistentVolumeClaim claim, PersistentVolume volume)
    {
        while (VolumeBinding.NextWrite(volume, claim) is { } write)
        {
            var written = write is UpdateRequest update ? update.Object : ((UpdateStatusRequest)write).Object;
            if (written is PersistentVolume bound) volume = bound;
            else claim = (PersistentVolumeClaim)written;
        }

        Store(volume);
        return claim;
    }

    /// <summary>A class that waits for the first pod has had it long ago: its volume lies where the claim's name puts it.</summary>
    private ClaimPlan PlanFor(PersistentVolumeClaim claim)
    {
        if (cluster.Spec.Version.Volumes == VolumeMatching.ByModes) return ClaimPlan.For(claim, _volumes, NameOrder.Instance);
        var classes = Classes.ToDictionary(
            pair => pair.Key, pair => pair.Value with { VolumeBindingMode = "Immediate" }, StringComparer.Ordinal);
        return ClassPlans.For(claim, _volumes, classes, NameOrder.Instance);
    }

    private Dictionary<string, StorageClass> Classes => cluster.Store.List("StorageClass").Cast<StorageClass>()
        .ToDictionary(storage => storage.Name, StringComparer.Ordinal);

    private PersistentVolume? VolumeFor(PersistentVolumeClaim claim) => PlanFor(claim) switch
    {
        ClaimPlan.Bind bind => bind.Volume,
        ClaimPlan.Provision when cluster.Spec.Version.Volumes == VolumeMatching.ByClass => MakeByClass(claim),
        ClaimPlan.Provision when _provisioner is { } provisioner => Make(claim, provisioner),
        _ => null,
    };

    /// <summary>The disk has been written to, so it has its file system.</summary>
    private PersistentVolume Make(PersistentVolumeClaim claim, DiskProvisioner provisioner)
    {
        var zone = DiskZone.For(claim.Name, _zones);
        cluster.Cloud.Disks.FindOrAdd(DiskProvisioner.DiskFor(claim), DiskProvisioner.BytesFor(claim), zone).IsFormatted = true;
        return (PersistentVolume)cluster.Server.Review(
            provisioner.Volume(claim, zone, cluster.Spec.Region), ClusterSpec.LongAgo).Object;
    }

    private PersistentVolume? MakeByClass(PersistentVolumeClaim claim)
    {
        var storage = Classes[ClaimRules.ClassOf(claim)];
        if (ClassProvisioner.Problem(storage, _provisioner) is not null) return null;
        var zone = DiskZone.For(claim.Name, ClassProvisioner.ZonesOf(storage, _zones));
        cluster.Cloud.Disks.FindOrAdd(DiskProvisioner.DiskFor(claim), DiskProvisioner.BytesFor(claim), zone).IsFormatted = true;
        return (PersistentVolume)cluster.Server.Review(
            ClassProvisioner.Volume(claim, storage, _provisioner!, zone, cluster.Spec.Region), ClusterSpec.LongAgo).Object;
    }

    private ApiObject Store(ApiObject value)
    {
        var stored = cluster.Store.Put(value);
        if (stored is PersistentVolume volume) _volumes[volume.Name] = volume;
        placer.Tell(stored);
        return stored;
    }
}
