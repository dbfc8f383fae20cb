using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.ControlPlane.Controllers;

namespace Simulator.World;

/// <summary>Binds the claims of time zero as the controller long ago would have, so that it finds nothing to do. What nothing satisfies stays Pending.</summary>
internal sealed class SettledClaims(SimulatedCluster cluster)
{
    private readonly DiskProvisioner? _provisioner = ControllerTable.ProvisionerOf(cluster.Spec.ControllerManager);

    private IReadOnlyList<string>? _zones;

    /// <summary>All claims that are stored, in key order; then the volumes that nobody has.</summary>
    public void SettleAll()
    {
        foreach (var claim in cluster.Store.List(nameof(PersistentVolumeClaim)).Cast<PersistentVolumeClaim>().ToList()) Settle(claim);
        foreach (var volume in Volumes().Where(volume => volume is { Phase: VolumePhase.Pending, ClaimRef: null or { Uid.Length: 0 } }).ToList())
        {
            Store(volume with { Phase = VolumePhase.Available });
        }
    }

    /// <summary>The claim as it is stored then.</summary>
    /// <param name="claim">With a uid.</param>
    public PersistentVolumeClaim Settle(PersistentVolumeClaim claim)
    {
        if (!VolumeBinding.IsCompleted(claim) && VolumeFor(claim) is { } volume) claim = Bind(volume, claim);
        return (PersistentVolumeClaim)Store(claim);
    }

    private PersistentVolumeClaim Bind(PersistentVolume volume, PersistentVolumeClaim claim)
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

    private PersistentVolume? VolumeFor(PersistentVolumeClaim claim)
    {
        if (claim.VolumeName.Length > 0)
        {
            var named = cluster.Store.Find<PersistentVolume>(nameof(PersistentVolume), new ObjectKey("", claim.VolumeName));
            return named is not null && (named.ClaimRef is null || VolumeBinding.IsFor(named, claim)) ? named : null;
        }

        return VolumeMatch.Find(claim, [.. Volumes()]) ?? (claim.IsProvisioned && _provisioner is { } provisioner ? Make(claim, provisioner) : null);
    }

    /// <summary>The disk has been written to, so it has its file system.</summary>
    private PersistentVolume Make(PersistentVolumeClaim claim, DiskProvisioner provisioner)
    {
        _zones ??= [.. cluster.Topology.Nodes.Select(node => node.Zone).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var zone = DiskZone.For(claim.Name, _zones);
        cluster.Cloud.Disks.FindOrAdd(DiskProvisioner.DiskFor(claim), DiskProvisioner.BytesFor(claim), zone).IsFormatted = true;
        return (PersistentVolume)cluster.Server.Admit(provisioner.Volume(claim, zone, cluster.Spec.Region), SimulatedCluster.LongAgo);
    }

    private IEnumerable<PersistentVolume> Volumes() => cluster.Store.List(nameof(PersistentVolume)).Cast<PersistentVolume>();

    /// <summary>The scheduler looks at volumes and claims when it places the pods of the start.</summary>
    private ApiObject Store(ApiObject value)
    {
        var stored = cluster.Store.Put(value);
        cluster.Scheduler.Deliver(new WatchEvent(WatchEventType.Added, stored, null), SimulatedCluster.LongAgo);
        return stored;
    }
}
