using Simulator.Api;
using Simulator.World.ApiServer;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations;

/// <summary>Writes of clients from outside, once the rules of the API have been applied: what changes in the store.</summary>
internal static class StoredWrites
{
    /// <summary>The object as it is stored then.</summary>
    public static ApiObject Store(StoreOperation write, ObjectStore store)
    {
        var wanted = write.Object;
        return store.Put(store.Find(wanted.Kind, wanted.Key) is { } stored ? Merged(stored, wanted, write.Parts) : wanted);
    }

    /// <summary>False: it is not there.</summary>
    public static bool Remove(RemoveOperation removal, ObjectStore store)
    {
        if (store.Find(removal.Kind, removal.Key) is not { } stored) return false;
        store.Remove(stored);
        return true;
    }

    /// <summary>Parts that are not written keep their instances: pods of one template are known by it.</summary>
    private static ApiObject Merged(ApiObject stored, ApiObject wanted, StoredParts parts)
    {
        var merged = stored;
        if ((parts & (StoredParts.Spec | StoredParts.Template)) != 0)
        {
            merged = WithSpec(stored, parts.HasFlag(StoredParts.Template) ? wanted : WithTemplateOf(stored, wanted));
        }
        if (parts.HasFlag(StoredParts.Status)) merged = WithStatus(merged, wanted);
        return merged with { Metadata = parts.HasFlag(StoredParts.Metadata) ? wanted.Metadata : stored.Metadata };
    }

    private static ApiObject WithSpec(ApiObject stored, ApiObject wanted) => (stored, wanted) switch
    {
        (Pod old, Pod now) => now with { Status = old.Status },
        (Node old, Node now) => now with { Status = old.Status },
        (Namespace old, Namespace now) => now with { Phase = old.Phase },
        _ => UpdateRules.ForSpec(stored, wanted),
    };

    /// <summary>What no reader reads of a status stays; a volume's status is its phase alone.</summary>
    private static ApiObject WithStatus(ApiObject stored, ApiObject wanted) => stored switch
    {
        Deployment or DaemonSet or Job or PetSet or HorizontalPodAutoscaler or PersistentVolume or PersistentVolumeClaim => stored,
        Namespace home => home with { Phase = ((Namespace)wanted).Phase },
        Pod or Node or ReplicaController or ResourceQuota or Service or Cluster or PodDisruptionBudget =>
            UpdateRules.ForStatus(stored, wanted),
        _ => wanted,
    };

    private static ApiObject WithTemplateOf(ApiObject stored, ApiObject wanted) => (stored, wanted) switch
    {
        (ReplicaController old, ReplicaController now) => now with { Template = old.Template },
        (Deployment old, Deployment now) => now with { Template = old.Template },
        (DaemonSet old, DaemonSet now) => now with { Template = old.Template },
        (Job old, Job now) => now with { Template = old.Template },
        (PetSet old, PetSet now) => now with { Template = old.Template },
        _ => wanted,
    };
}
