using Simulator.Api;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>Why pets were away for so long, where the facts of the run tell.</summary>
internal sealed class StateReasons(RunRecorder run)
{
    /// <summary>A PetSet that is not waiting for anything re-creates a pet within its resync of 30 s.</summary>
    private static readonly TimeSpan HeldUpMin = TimeSpan.FromSeconds(35);

    private readonly TimeSpan _end = run.Scenario.Duration;

    /// <summary>What others follow from comes first.</summary>
    public IReadOnlyList<string> All =>
    [
        .. new[] { new ZoneBoundPets(run).Sentence, PendingClaims(), LostClaims(), TooManyDisks() }.OfType<string>(),
        .. new LingeringDisks(run).Sentences,
        .. new[] { OneByOne(), Waiting(), new PetPace(run).Sentence }.OfType<string>(),
        .. NotInitialized(),
    ];

    /// <summary>Why a PetSet has no pod for some of its pets, in a clause; "" if nothing holds it up, or it is none.</summary>
    public string HeldUp(WorkloadLife workload)
    {
        if (run.PetSets.FirstOrDefault(set => set.Cluster == workload.Cluster && set.Name == workload.Name) is not { } set) return "";
        var pets = set.Pets.Where(pet => pet.Ordinal < set.Desired).ToList();
        if (Stop(set, pets) is { } stop) return $"nobody set {WellKnownAnnotations.PetInitialized} on {Short(stop)}";
        return pets.Find(pet => !pet.IsThere && pet.Lives[^1].RemovedAt is null) is { } blocker
            ? $"pets are created one at a time, and {Short(blocker)} is not ready"
            : "";
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
            return $"Pets are re-created one at a time: {Short(absence.Pet)} was gone at {Clock(absence.Was.RemovedAt)} and created "
                + $"again at {Clock(absence.Next?.CreatedAt)}, when {Short(blocker)} was back.";
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
            var pets = set.Pets.Where(pet => pet.Ordinal < set.Desired).ToList();
            var missing = pets.Where(pet => pet.Lives[^1].RemovedAt is not null).ToList();
            var count = missing.Count + set.Desired - pets.Count;
            if (count == 0 || pets.Find(pet => !pet.IsThere && pet.Lives[^1].RemovedAt is null) is not { } blocker) continue;
            var who = count == 1 && missing.Count == 1
                ? $"{Short(missing[0])} has"
                : $"{HumanNumber.Count(count, "pet", "pets")} of {Names.Short(set.Name)} {(count == 1 ? "has" : "have")}";
            return $"{who} no pod when the run ends: pets are created one at a time, and {Short(blocker)} is not ready.";
        }

        return null;
    }

    private string? PendingClaims()
    {
        var pending = run.Claims.Where(claim => claim.Phase == "Pending")
            .OrderBy(claim => claim.Cluster, StringComparer.Ordinal)
            .ThenBy(claim => claim.Name, StringComparer.Ordinal)
            .ToList();
        if (pending.Count == 0) return null;
        var first = pending.Find(claim => claim.Why.Length > 0) ?? pending[0];
        var why = first.Why.Length > 0 ? $": {first.Why}" : "";
        return pending.Count == 1
            ? $"The claim {Names.Short(first.Name)} has no volume when the run ends{why}."
            : $"{HumanNumber.Count(pending.Count)} claims have no volume when the run ends; "
                + $"{Names.Short(first.Name)}{(why.Length > 0 ? why : " is one of them")}.";
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
            if (Stop(set, pets) is not { } stop) continue;
            yield return $"{Names.Short(set.Name)} stops after {HumanNumber.Count(pets.Count)} of "
                + $"{HumanNumber.Count(set.Desired, "pet", "pets")}: nobody set {WellKnownAnnotations.PetInitialized} on {Short(stop)}.";
        }
    }

    /// <summary>The pet that nobody initialized and that the others wait for; null: there is none.</summary>
    private PetLife? Stop(PetSetLife set, List<PetLife> pets)
    {
        if (pets.Count == 0 || pets.Count >= set.Desired || (SpecOf(set) is { } spec && PetHealth.IsInitialized(spec.Template.Annotations)))
        {
            return null;
        }
        return pets.Find(pet => pet.IsThere && pet.InitializedAt is null);
    }

    private PetSet? SpecOf(PetSetLife set) => ScenarioSets.Of(run.Scenario, set);

    private static string Short(PetLife pet) => Names.Short(pet.Name);

    private string Clock(TimeSpan? at) => HumanTime.Clock((at ?? _end).TotalSeconds);
}
