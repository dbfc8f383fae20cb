using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>Pets that could run nowhere because a disk of the cloud can be attached in its own zone only, and that zone was dead.</summary>
internal sealed class ZoneBoundPets(RunRecorder run)
{
    /// <summary>A pet that waits for nothing but the scheduler has a node within seconds.</summary>
    private static readonly TimeSpan WaitMin = TimeSpan.FromMinutes(1);

    private readonly TimeSpan _end = run.Scenario.Duration;

    /// <summary>Times away that are explained by it.</summary>
    public int Count => Stuck.Count;

    /// <summary>Null if there are none.</summary>
    public string? Sentence
    {
        get
        {
            var stuck = Stuck;
            if (stuck.Count == 0) return null;
            var zone = stuck[0].Was.Node!.Zone.Name;
            var isOver = stuck.TrueForAll(absence => absence.To is not null);
            var pets = stuck.Select(absence => absence.Pet).Distinct().ToList();
            var who = pets.Count == 1
                ? Names.Short(pets[0].Name)
                : $"{Names.Short(pets[0].Name)} and {HumanNumber.Count(pets.Count - 1, "other pet", "other pets")}";
            return $"{who} {(isOver ? "could" : "cannot")} {(isOver ? "not " : "")}come back elsewhere: "
                + $"{(pets.Count == 1 ? "its disk is" : "their disks are")} in zone {zone}, where no node {(isOver ? "was" : "is")} ready.";
        }
    }

    private List<PetAbsence> Stuck => [.. run.PetSets.SelectMany(set => set.Pets).SelectMany(pet => pet.Absences).Where(IsStuck)];

    private bool IsStuck(PetAbsence absence)
    {
        if (absence.Was.Node is not { } home || home.Zone.Name.Length == 0 || absence.Next is not { } next) return false;
        var waited = (next.BoundAt ?? absence.To ?? _end) - next.CreatedAt > WaitMin;
        return waited && ScenarioSets.HasClaims(run.Scenario, absence.Pet.Set) && HasDisks(home) && IsDead(home.Zone, next);
    }

    /// <summary>
    /// Nothing says which disk is whose; a pet with claims that ran in the zone has its own there, if the cloud has any there.
    /// </summary>
    private bool HasDisks(NodeLife home) => run.Disks.Any(disk => disk.Cluster == home.Cluster && disk.Zone == home.Zone.Name);

    /// <summary>
    /// While the pet waited, all nodes of the zone were marked; at the end of the run none is ready unless the pet has come back.
    /// </summary>
    private bool IsDead(ZoneLife zone, PodLife waiting)
    {
        var nodes = run.Nodes.Where(node => node.Cluster == waiting.Cluster && ReferenceEquals(node.Zone, zone)).ToList();
        return waiting.BoundAt is null
            ? nodes.TrueForAll(node => !node.ApiReady)
            : nodes.TrueForAll(node => node.MarkedAt <= waiting.CreatedAt && !(node.ReadyAgainAt < waiting.CreatedAt));
    }
}
