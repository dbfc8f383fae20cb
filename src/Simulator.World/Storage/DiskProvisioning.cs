using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Storage;

/// <summary>How the cloud makes and deletes disks.</summary>
/// <param name="stream">Of its own: a run in which no disk is made draws as before.</param>
internal sealed class DiskProvisioning(StorageOptions options, RandomStream stream)
{
    public TimeSpan DurationOf(CloudRequest request) => (request is CreateDiskRequest ? options.Provision : options.Delete).Sample(stream);

    public static ApiResponse Create(CreateDiskRequest request, CloudDisks disks, IPoweredZones zones)
    {
        if (!zones.HasPower(request.Zone))
        {
            return new ApiResponse(request, ApiResult.Unavailable, Reason: $"zone {request.Zone} makes no disks: it is down");
        }
        disks.FindOrAdd(request.Disk, request.Bytes, request.Zone);
        return new ApiResponse(request, ApiResult.Ok);
    }

    public static ApiResponse Delete(DeleteDiskRequest request, CloudDisks disks, IPoweredZones zones)
    {
        if (disks.Find(request.Disk) is not { } disk) return new ApiResponse(request, ApiResult.Ok);
        if (!zones.HasPower(disk.Zone))
        {
            return new ApiResponse(request, ApiResult.Unavailable, Reason: $"disk {disk.Name} cannot be deleted: zone {disk.Zone} is down");
        }
        return disks.TryDelete(disk)
            ? new ApiResponse(request, ApiResult.Ok)
            : new ApiResponse(
                request, ApiResult.Conflict, Reason: $"disk {disk.Name} is in use by {string.Join(", ", disk.Attachments.Keys)}");
    }
}
