using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Makes disks and volumes for the claims that ask for them, each beside the others (provisionClaimOperation of 1.3.10).</summary>
internal sealed class VolumeProvisioning(VolumeContext context)
{
    private const string Failed = ClassProvisioner.Failure;

    public void Start(PersistentVolumeClaim claim)
    {
        if (Problem(claim) is { } why) Complain(claim, why, ClassProvisioner.ReasonOf(ClassOf(claim)!));
        else if (context.Options.Provisioner is { } provisioner)
        {
            context.Operations.Start($"provision-{claim.Key}[{claim.Metadata.Uid}]", operation => Run(claim, provisioner, operation));
        }
        else Complain(claim, "No provisioner plugin found for the claim!");
    }

    private IEnumerator<Wait> Run(PersistentVolumeClaim claim, DiskProvisioner provisioner, Operation operation)
    {
        var look = new Call(new GetRequest(nameof(PersistentVolume), new ObjectKey("", DiskProvisioner.VolumeFor(claim))));
        yield return look;
        if (look.Response.IsOk) yield break;
        var zone = ZoneOf(claim);
        var disk = new Call(new CreateDiskRequest(DiskProvisioner.DiskFor(claim), DiskProvisioner.BytesFor(claim), zone));
        yield return disk;
        if (!disk.Response.IsOk)
        {
            operation.HasFailed = true;
            Complain(claim, $"Failed to provision volume: {disk.Response.Outcome}");
            yield break;
        }

        foreach (var step in Store(claim, VolumeOf(claim, provisioner, zone))) yield return step;
    }

    /// <summary>The class that makes its volume; null where there are none.</summary>
    private StorageClass? ClassOf(PersistentVolumeClaim claim) => context.Options.Matching == VolumeMatching.ByClass
        ? context.Classes.GetValueOrDefault(ClaimRules.ClassOf(claim))
        : null;

    private string? Problem(PersistentVolumeClaim claim) =>
        ClassOf(claim) is { } storage ? ClassProvisioner.Problem(storage, context.Options.Provisioner) : null;

    /// <summary>That of the node which the scheduler has chosen for its pod, if it has.</summary>
    private string ZoneOf(PersistentVolumeClaim claim)
    {
        if (ClassOf(claim) is not { } storage) return DiskZone.For(claim.Name, context.Zones.Zones);
        return claim.Metadata.Annotations.TryGetValue(WellKnownAnnotations.SelectedNode, out var node)
            ? context.Zones.ZoneOf(node)
            : DiskZone.For(claim.Name, ClassProvisioner.ZonesOf(storage, context.Zones.Zones));
    }

    private PersistentVolume VolumeOf(PersistentVolumeClaim claim, DiskProvisioner provisioner, string zone) =>
        ClassOf(claim) is { } storage
            ? ClassProvisioner.Volume(claim, storage, provisioner, zone, context.Zones.RegionOf(zone))
            : provisioner.Volume(claim, zone, context.Zones.RegionOf(zone));

    private IEnumerable<Wait> Store(PersistentVolumeClaim claim, PersistentVolume volume)
    {
        var post = new Tries(
            context, () => new CreateRequest(volume), response => response.IsOk || response.Result == ApiResult.AlreadyExists);
        foreach (var step in post.Run()) yield return step;
        if (post.HasWorked) yield break;
        context.IsStale = true;
        Complain(claim, "Error creating provisioned PV object. Deleting the volume.");
        var deletion = new Tries(context, () => new DeleteDiskRequest(DiskProvisioner.DiskFor(claim)), response => response.IsOk);
        foreach (var step in deletion.Run()) yield return step;
        if (!deletion.HasWorked)
        {
            context.Tell(claim, "ProvisioningCleanupFailed", "Error cleaning provisioned volume. Please delete manually.");
        }
    }

    private void Complain(PersistentVolumeClaim claim, string message, string reason = Failed)
    {
        context.Tell(claim, reason, message);
        context.Note(claim.Key, message);
    }
}
