using Simulator.Api;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.World.ApiServer;
using Simulator.World.Nodes.Runs;
using Simulator.World.Observations;

namespace Simulator.World.Explanation;

/// <summary>What a pod waits for besides a node: the first of them that is not there yet.</summary>
public sealed class PodWaits(IStoredObjects store, StorageWitness storage, PodLifeline life)
{
    /// <summary>Nothing for a pod that has served in this life, or is on its way out.</summary>
    public IEnumerable<string> Of(ObjectKey key)
    {
        if (store.Find<Pod>("Pod", key) is not { } pod) return Peers();
        if (PodGates.HoldUp(pod) && PodGates.ShutOf(pod) is { } gate)
        {
            return [$"its condition {gate} (readiness gate), which nobody has set to True"];
        }

        if (pod.IsFinished || life.HasServed || life.Marked is not null) return [];
        var claims = pod.Spec.Volumes.Select(volume => volume.ClaimName)
            .OfType<string>()
            .Select(name => new ObjectKey(key.Namespace, name))
            .ToList();
        var unbound = claims.Select(Unbound).OfType<string>().ToList();
        if (unbound.Count > 0 || life.Bound is null) return unbound;
        if (life.Mounted is not null) return Init(pod);
        var disks = claims.Select(claim => DiskOf(claim) is { } disk ? Detached(claim, disk) : null).OfType<string>().ToList();
        return disks.Count > 0 || claims.Count == 0
            ? [.. disks, .. claims.Count == 0 ? Init(pod) : []]
            : [$"its volumes to be mounted on {life.Node}"];
    }

    private string? Unbound(ObjectKey claim)
    {
        if (store.Find<PersistentVolumeClaim>("PersistentVolumeClaim", claim) is not { } stored)
        {
            return $"the claim {claim}, which does not exist";
        }
        if (stored.Phase == ClaimPhase.Bound) return null;
        var reason = storage.ReasonOf(claim.ToString());
        return $"the claim {claim}, which is {stored.Phase}{(reason.Length > 0 ? $": {reason}" : "")}";
    }

    /// <summary>Null if it is no disk of a cloud.</summary>
    private string? DiskOf(ObjectKey claim)
    {
        var name = store.Find<PersistentVolumeClaim>("PersistentVolumeClaim", claim)?.VolumeName ?? "";
        var volume = store.Find<PersistentVolume>("PersistentVolume", new ObjectKey("", name));
        return volume is null ? null : DiskProvisioner.DiskOf(volume);
    }

    /// <summary>Null if the disk is where it should be.</summary>
    private string? Detached(ObjectKey claim, string disk)
    {
        var named = $"the disk of its claim {claim.Name} ({disk})";
        if (storage.PlaceOf(disk) is not { } place)
        {
            return storage.IsOneTooMany(disk)
                ? $"{named}: {life.Node} has as many as the cloud attaches to one"
                : $"{named} to be attached to {life.Node}";
        }
        if (place.Node == life.Node) return null;
        var gone = life.FormerRemoved is { } removed ? $" at {Clock.Of(removed)}" : "";
        return $"{named}, attached to {place.Node} since {Clock.Of(place.Since)}; unless the kubelet there says that it is unmounted, it "
            + $"is taken by force six minutes after its old pod was gone{gone}";
    }

    private IEnumerable<string> Init(Pod pod)
    {
        var all = pod.Spec.InitContainers;
        if (life.InitEnded >= all.Count) yield break;
        var since = life.InitChanged ?? life.Mounted ?? life.Bound ?? TimeSpan.Zero;
        yield return $"its init container {all[life.InitEnded].Name} ({life.InitEnded + 1} of {all.Count}), since {Clock.Of(since)}";
    }

    /// <summary>A pet that has no pod, while its set still asks for it.</summary>
    private IEnumerable<string> Peers()
    {
        var name = life.Name[(life.Name.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var set = store.List("PetSet").OfType<PetSet>().FirstOrDefault(set => set.Key.ToString() == life.Owner);
        if (set is null || !int.TryParse(name.AsSpan(name.LastIndexOf('-') + 1), out var ordinal) || ordinal >= set.Replicas) yield break;
        var blocker = store.List("Pod").OfType<Pod>()
            .Where(pod => WorkloadFacts.OwnerOf(pod) == life.Owner && Trouble(pod) is not null)
            .OrderBy(pod => pod.Metadata.CreationTimestamp).ThenBy(pod => pod.Metadata.Name, StringComparer.Ordinal).FirstOrDefault();
        yield return blocker is null
            ? "the next sync of its PetSet"
            : $"{blocker.Metadata.Name}, which {Trouble(blocker)}: a PetSet creates one pet at a time";
    }

    /// <summary>Null for a pet that holds nobody up.</summary>
    private static string? Trouble(Pod pod)
    {
        if (pod.Metadata.IsBeingDeleted) return "is being deleted";
        if (!pod.IsReady) return "is not ready";
        return PetHealth.IsInitialized(pod.Metadata.Annotations) ? null : $"nobody has initialized ({WellKnownAnnotations.PetInitialized})";
    }
}
