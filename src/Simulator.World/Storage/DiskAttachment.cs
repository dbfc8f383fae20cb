using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.World.Storage;

/// <summary>How the cloud attaches disks to machines and detaches them: what it refuses, and how long it takes.</summary>
internal sealed class DiskAttachment(
    CloudDisks disks, IMachines machines, ClusterSpec spec, RandomStream attaches, RandomStream detaches, ObservationLog log)
{
    private const int HasRival = 1;
    private const int HasTooMany = 2;
    private const int HasOther = 3;

    private readonly int _attachMax = spec.Storage.AttachMax ?? (spec.ControllerManager.Cloud == CloudKind.Aws ? 39 : 16);
    private readonly HashSet<(string Disk, string Node, int Why)> _told = [];

    /// <summary>Null for what the cloud answers at once: nothing to do, or a refusal that needs no trying.</summary>
    public TimeSpan? DurationOf(CloudRequest request) => request switch
    {
        AttachDiskRequest attach when Refusal(attach) is null && !IsThere(attach) => spec.Storage.Attach.Sample(attaches),
        DetachDiskRequest detach when disks.Find(detach.Disk)?.IsAttachedTo(detach.Node) == true => spec.Storage.Detach.Sample(detaches),
        _ => null,
    };

    /// <summary>All of them at once, at one machine.</summary>
    public bool CanAttachAll(IReadOnlyList<AttachDiskRequest> requests, string node)
    {
        var additional = requests.Where(request => !IsThere(request)).DistinctBy(request => request.Disk).Count();
        return requests.All(CanAttach) && disks.CountOn(node) + additional <= Math.Max(_attachMax, disks.CountOn(node));
    }

    /// <summary>The operation takes effect at its end: what another one has done meanwhile counts.</summary>
    public ApiResponse Attach(AttachDiskRequest request)
    {
        if (IsThere(request)) return new ApiResponse(request, ApiResult.Ok);
        var (refusal, disk) = (Refusal(request), disks.Find(request.Disk));
        if (refusal is null && disk!.Rival(request.Node, !request.ReadOnly) is { } rival)
        {
            refusal = (HasRival, $"disk {request.Disk} is being used by {rival}");
        }
        if (refusal is { } why)
        {
            if (_told.Add((request.Disk, request.Node, why.Code)))
            {
                log.Write(ObservationKind.DiskAttachRefused, request.Disk, request.Node, why.Code);
            }
            return new ApiResponse(request, ApiResult.Invalid, Reason: why.Words);
        }

        disks.Attach(disk!, request.Node, !request.ReadOnly);
        _told.RemoveWhere(told => told.Disk == request.Disk && told.Node == request.Node);
        return new ApiResponse(request, ApiResult.Ok);
    }

    public ApiResponse Detach(DetachDiskRequest request)
    {
        if (disks.Find(request.Disk) is { } disk) disks.Detach(disk, request.Node);
        return new ApiResponse(request, ApiResult.Ok);
    }

    /// <summary>It is there, or nothing stands in the way.</summary>
    private bool CanAttach(AttachDiskRequest request) =>
        IsThere(request) || (Refusal(request) is null && disks.Find(request.Disk)!.Rival(request.Node, !request.ReadOnly) is null);

    private bool IsThere(AttachDiskRequest request) => disks.Find(request.Disk)?.IsAttachedTo(request.Node) == true;

    private (int Code, string Words)? Refusal(AttachDiskRequest request)
    {
        if (disks.Find(request.Disk) is not { } disk) return (HasOther, $"there is no disk {request.Disk}");
        if (machines.Find(request.Node) is not { IsGone: false } machine) return (HasOther, $"there is no machine {request.Node}");
        if (disk.Zone.Length > 0 && machine.Zone.Length > 0 && disk.Zone != machine.Zone)
        {
            return (HasOther, $"disk {disk.Name} is in zone {disk.Zone}, machine {machine.Name} in {machine.Zone}");
        }
        return disks.CountOn(machine.Name) >= _attachMax ? (HasTooMany, $"machine {machine.Name} has {_attachMax} disks") : null;
    }
}
