using Simulator.Api;
using Simulator.ControlPlane.Controllers;

namespace Simulator.Reports;

/// <summary>Why pets were away for so long, where the facts of the run tell.</summary>
internal sealed class StateReasons(RunRecorder run)
{
    /// <summary>A PetSet that is not waiting for anything re-creates a pet within its resync of 30 s.</summary>
    private static readonly TimeSpan HeldUpMin = TimeSpan.FromSeconds(35);

    private readonly TimeSpan _end = run.Scenario.Duration;

    public IReadOnlyList<string> All =>
        [.. new[] { BoundToZone(), ForcedDisks(), TooManyDisks(), OneByOne(), Waiting(), PendingClaims(), LostClaims() }.OfType<string>(), .. NotInitialized()];

    /// <summary>A disk of the cloud can be attached in its own zone only.</summary>
    private string? BoundToZone()
    {
        var stuck = run.PetSets.SelectMany(set => set.Pets).Where(pet => DeadZoneOf(pet) is not null).ToList();
        if (stuck.Count == 0) return null;
        var zone = DeadZoneOf(stuck[0]);
        return stuck.Count == 1
            ? $"{Short(stuck[0])} cannot come back elsewhere: its disk is in zone {zone}, where no node is ready."
            : $"{Short(stuck[0])} and {HumanNumber.Count(stuck.Count - 1, "other pet", "other pets")} cannot come back elsewhere: their disks are in zone {zone}, where no node is ready.";
    }

    /// <summary>Null if it is not that which keeps a pet away.</summary>
    private string? DeadZoneOf(PetLife pet)
    {
        if (!pet.IsAway || pet.Lives[^1] is not { BoundAt: null } || !HasClaims(pet.Set)) return null;
        if (pet.Lives.LastOrDefault(life => life.Node is not null)?.Node is not { } home || home.Zone.Name.Length == 0) return null;
        var hasDisk = run.Disks.Any(disk => disk.Cluster == pet.Set.Cluster && disk.Zone == home.Zone.Name && disk.Stays.Any(stay => stay.Node == home.Name));
        var isDead = !run.Nodes.Any(node => node.Cluster == pet.Set.Cluster && ReferenceEquals(node.Zone, home.Zone) && node.ApiReady);
        return hasDisk && isDead ? home.Zone.Name : null;
    }

    private string? ForcedDisks()
    {
        var forced = run.Disks.SelectMany(disk => disk.Forced.Select(detach => (disk.Name, Detach: detach))).OrderByDescending(found => found.Detach.Waited).ThenBy(found => found.Name, StringComparer.Ordinal).ToList();
        if (forced.Count == 0) return null;
        var (name, longest) = forced[0];
        var waited = HumanTime.Long(longest.Waited.TotalSeconds);
        return forced.Count == 1
            ? $"Disk {name} stayed attached to {longest.Node} for {waited} after its pod was gone: the kubelet there could not say that it was unmounted."
            : $"{HumanNumber.Count(forced.Count, "disk", "disks")} stayed attached to their old nodes for up to {waited} after their pods were gone: the kubelets there could not say that they were unmounted.";
    }

    private string? TooManyDisks() => run.Disks.Count(disk => disk.RefusedByCount > 0) is > 0 and var count
        ? $"{HumanNumber.Count(count, "disk was", "disks were")} refused by a node that had as many as the cloud attaches to one."
        : null;

    /// <summary>The pet that was held up longest, and the one that it waited for.</summary>
    private string? OneByOne()
    {
        var held = run.PetSets.SelectMany(set => set.Pets).SelectMany(pet => pet.Absences).Where(absence => HeldUp(absence) > HeldUpMin)
            .OrderByDescending(HeldUp).ThenBy(absence => absence.Pet.Name, StringComparer.Ordinal).ToList();
        foreach (var absence in held)
        {
            if (BlockerOf(absence) is not { } blocker) continue;
            return $"Pets are re-created one at a time: {Short(absence.Pet)} was gone at {Clock(absence.Was.RemovedAt)} and created again at {Clock(absence.Next?.CreatedAt)}, when {Short(blocker)} was back.";
        }

        return null;
    }

    private static TimeSpan? HeldUp(PetAbsence absence) => absence.Next?.CreatedAt - absence.Was.RemovedAt;

    /// <summary>A pet of the set that came back while the other was waiting, last.</summary>
    private static PetLife? BlockerOf(PetAbsence held) => held.Pet.Set.Pets.SelectMany(pet => pet.Absences)
        .Where(other => other.Pet != held.Pet && other.To > held.Was.RemovedAt && other.To <= held.Next!.CreatedAt)
        .OrderByDescending(other => other.To).ThenBy(other => other.Pet.Name, StringComparer.Ordinal).FirstOrDefault()?.Pet;

    /// <summary>Pets that have no pod at the end, because another one is not healthy.</summary>
    private string? Waiting()
    {
        foreach (var set in run.PetSets)
        {
            var missing = set.Pets.Where(pet => pet.IsAway && pet.Lives[^1].RemovedAt is not null).ToList();
            var blocker = set.Pets.FirstOrDefault(pet => !pet.IsThere && pet.Lives[^1].RemovedAt is null);
            if (missing.Count == 0 || blocker is null) continue;
            return $"{(missing.Count == 1 ? $"{Short(missing[0])} has" : $"{HumanNumber.Count(missing.Count)} pets of {Reports.Names.Short(set.Name)} have")} no pod when the run ends: pets are created one at a time, and {Short(blocker)} is not ready.";
        }

        return null;
    }

    private string? PendingClaims()
    {
        var pending = run.Claims.Where(claim => claim.Phase == "Pending").OrderBy(claim => claim.Cluster, StringComparer.Ordinal).ThenBy(claim => claim.Name, StringComparer.Ordinal).ToList();
        if (pending.Count == 0) return null;
        var first = pending.Find(claim => claim.Why.Length > 0) ?? pending[0];
        var why = first.Why.Length > 0 ? $": {first.Why}" : "";
        return pending.Count == 1
            ? $"The claim {Reports.Names.Short(first.Name)} has no volume when the run ends{why}."
            : $"{HumanNumber.Count(pending.Count)} claims have no volume when the run ends; {Reports.Names.Short(first.Name)}{(why.Length > 0 ? why : " is one of them")}.";
    }

    private string? LostClaims() => run.Claims.Count(claim => claim.Phase == "Lost") is > 0 and var count
        ? $"{HumanNumber.Count(count, "claim has", "claims have")} lost the volume that held {(count == 1 ? "its" : "their")} data."
        : null;

    /// <summary>Without the annotation a set stops after its first pet.</summary>
    private IEnumerable<string> NotInitialized()
    {
        foreach (var set in run.PetSets)
        {
            var pets = set.Pets.Where(pet => pet.Ordinal < set.Desired).ToList();
            if (pets.Count == 0 || pets.Count >= set.Desired || SpecOf(set) is { } spec && PetHealth.IsInitialized(spec.Template.Annotations)) continue;
            if (pets.Find(pet => pet.IsThere && pet.InitializedAt is null) is not { } stop) continue;
            yield return $"{Reports.Names.Short(set.Name)} stops after {HumanNumber.Count(pets.Count)} of {HumanNumber.Count(set.Desired, "pet", "pets")}: nobody set {WellKnownAnnotations.PetInitialized} on {Short(stop)}.";
        }
    }

    private bool HasClaims(PetSetLife set) => SpecOf(set) is not { } spec || spec.VolumeClaimTemplates.Count > 0 || spec.Template.Spec.Volumes.Any(volume => volume.ClaimName is not null);

    private PetSet? SpecOf(PetSetLife set) => run.Scenario.Clusters.Where(cluster => cluster.Name == set.Cluster)
        .SelectMany(cluster => cluster.Workloads).SelectMany(workload => workload.Objects).OfType<PetSet>().FirstOrDefault(spec => spec.Key.ToString() == set.Name);

    private static string Short(PetLife pet) => Reports.Names.Short(pet.Name);

    private string Clock(TimeSpan? at) => HumanTime.Clock((at ?? _end).TotalSeconds);
}
