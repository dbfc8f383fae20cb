using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>Patches by which objects come to belong to a controller, or cease to.</summary>
internal static class OwnerPatches
{
    private static readonly string[] Dependents = ["ReplicaSet", "Job", "ControllerRevision", "Pod"];

    public static ApiResponse Apply(AdoptRequest adopt, ObjectStore store) => Apply(
        adopt, store.Find(adopt.Kind, adopt.Key), adopt.Uid, store,
        owners => [.. owners.Where(owner => owner.Uid != adopt.Owner.Uid), adopt.Owner]);

    public static ApiResponse Apply(ReleaseRequest release, ObjectStore store) => Apply(
        release, store.Find(release.Kind, release.Key), release.Uid, store,
        owners => [.. owners.Where(owner => owner.Uid != release.OwnerUid)]);

    /// <summary>
    /// What the collector does before an owner goes that leaves its dependents behind (orphanDependents in garbagecollector.go of 1.20);
    /// here it takes no time.
    /// </summary>
    public static void Orphan(ApiObject owner, ObjectStore store)
    {
        var uid = owner.Metadata.Uid;
        foreach (var kind in Dependents)
        {
            foreach (var value in store.List(kind, owner.Namespace))
            {
                if (value.Metadata.OwnerReferences?.Any(reference => reference.Uid == uid) != true) continue;
                Apply(new ReleaseRequest(kind, value.Key, value.Metadata.Uid, uid), store);
            }
        }
    }

    private static ApiResponse Apply(
        ApiRequest patch, ApiObject? stored, string uid, ObjectStore store,
        Func<IReadOnlyList<OwnerReference>, IReadOnlyList<OwnerReference>> change)
    {
        if (stored is null) return new ApiResponse(patch, ApiResult.NotFound);
        if (stored.Metadata.Uid != uid) return new ApiResponse(patch, ApiResult.Invalid, stored);
        var metadata = stored.Metadata with { OwnerReferences = change(stored.Metadata.OwnerReferences ?? []) };
        return new ApiResponse(patch, ApiResult.Ok, store.Put(stored with { Metadata = metadata }));
    }
}
