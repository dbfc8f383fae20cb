using Simulator.Api;
using Simulator.World.ApiServer;

namespace Simulator.World.Running;

/// <summary>
/// Who was found names his owner by the uid that it had; an owner that has another one now, for its own was not written down, is meant all
/// the same.
/// </summary>
internal static class FoundReferences
{
    private static readonly string[] Kinds = ["ReplicaSet", "Job", "ControllerRevision"];

    public static void Mend(ObjectStore store)
    {
        foreach (var value in Kinds.SelectMany(kind => store.List(kind)).ToList())
        {
            if (value.Metadata.OwnerReferences is not { Count: > 0 } owners) continue;
            OwnerReference[] mended = [.. owners.Select(owner => Mended(owner, value.Namespace, store))];
            if (!mended.SequenceEqual(owners)) store.Put(value with { Metadata = value.Metadata with { OwnerReferences = mended } });
        }
    }

    private static OwnerReference Mended(OwnerReference owner, string home, ObjectStore store)
    {
        var kind = owner.Kind == "StatefulSet" ? "PetSet" : owner.Kind;
        return store.Find(kind, new ObjectKey(home, owner.Name)) is { } found && found.Metadata.Uid != owner.Uid
            ? owner with { Uid = found.Metadata.Uid }
            : owner;
    }
}
