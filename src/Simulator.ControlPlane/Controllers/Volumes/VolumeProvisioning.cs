using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Makes disks and volumes for the claims that ask for them, each beside the others (provisionClaimOperation of 1.3.10).</summary>
internal sealed class VolumeProvisioning(VolumeContext context)
{
    private const string Failed = "ProvisioningFailed";

    public void Start(PersistentVolumeClaim claim)
    {
        if (context.Options.Provisioner is { } provisioner)
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
        var zone = DiskZone.For(claim.Name, context.Zones.Zones);
        var disk = new Call(new CreateDiskRequest(DiskProvisioner.DiskFor(claim), DiskProvisioner.BytesFor(claim), zone));
        yield return disk;
        if (!disk.Response.IsOk)
        {
            operation.HasFailed = true;
            Complain(claim, $"Failed to provision volume: {disk.Response.Outcome}");
            yield break;
        }

        foreach (var step in Store(claim, provisioner.Volume(claim, zone, context.Zones.RegionOf(zone)))) yield return step;
    }

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

    private void Complain(PersistentVolumeClaim claim, string message)
    {
        context.Tell(claim, Failed, message);
        context.Note(claim.Key, message);
    }
}
