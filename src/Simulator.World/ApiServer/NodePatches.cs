using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>Patches of a node's object: of one field each, whoever has written the others meanwhile.</summary>
internal static class NodePatches
{
    public static ApiResponse Apply(PatchVolumesAttachedRequest patch, ObjectStore store)
    {
        if (Find(patch.Node, store) is not { } stored) return new ApiResponse(patch, ApiResult.NotFound);
        return stored.Status.VolumesAttached.SequenceEqual(patch.Volumes)
            ? new ApiResponse(patch, ApiResult.Ok, stored)
            : Put(patch, stored with { Status = stored.Status with { VolumesAttached = patch.Volumes } }, store);
    }

    public static ApiResponse Apply(PatchTaintsRequest patch, ObjectStore store)
    {
        if (Find(patch.Node, store) is not { } stored) return new ApiResponse(patch, ApiResult.NotFound);
        return (stored.Spec.Taints.Value ?? []).SequenceEqual(patch.Taints)
            ? new ApiResponse(patch, ApiResult.Ok, stored)
            : Put(patch, stored with { Spec = stored.Spec with { Taints = new Parsed<IReadOnlyList<Taint>>(patch.Taints) } }, store);
    }

    private static Node? Find(string name, ObjectStore store) => store.Find<Node>("Node", new ObjectKey("", name));

    private static ApiResponse Put(ApiRequest patch, Node changed, ObjectStore store) => new(patch, ApiResult.Ok, store.Put(changed));
}
