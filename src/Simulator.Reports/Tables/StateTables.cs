using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Stateful;

namespace Simulator.Reports.Tables;

/// <summary>The CSV files of stateful applications; a run that has none of them does not write them.</summary>
public static class StateTables
{
    /// <summary>One row for each time that a pet was away.</summary>
    public static void WritePets(TextWriter text, RunRecorder run)
    {
        using var table = new CsvTable(
            text, "cluster", "pet", "set", "ordinal", "was_on", "was_in", "gone_s", "deletion_marked_s", "removed_s", "created_again_s",
            "back_s", "on", "in", "away_s", "ran_on");
        foreach (var absence in Absences(run))
        {
            var (pet, was, back) = (absence.Pet, absence.Was, absence.Back?.Node);
            table.Text(pet.Set.Cluster)
                .Text(pet.Name)
                .Text(pet.Set.Name)
                .Number(pet.Ordinal)
                .Text(was.Node?.Name ?? "")
                .Text(was.Node?.Zone.Name ?? "");
            table.Seconds(absence.From).Seconds(was.MarkedAt).Seconds(was.RemovedAt).Seconds(absence.Next?.CreatedAt).Seconds(absence.To);
            table.Text(back?.Name ?? "")
                .Text(back?.Zone.Name ?? "")
                .Seconds((absence.To ?? run.Scenario.Duration) - absence.From)
                .Number(RanOn.Is(run, absence) ? 1 : 0)
                .End();
        }
    }

    /// <summary>All claims.</summary>
    public static void WriteClaims(TextWriter text, RunRecorder run)
    {
        using var table = new CsvTable(text, "cluster", "claim", "bytes", "phase", "since_s", "created_s", "bound_s", "why");
        foreach (var claim in run.Claims)
        {
            table.Text(claim.Cluster).Text(claim.Name).Number(claim.Bytes).Text(claim.Phase).Seconds(claim.Since);
            table.Seconds(claim.CreatedAt).Seconds(claim.BoundAt).Text(claim.Why).End();
        }
    }

    internal static bool HasPets(RunRecorder run) => Absences(run).Any();

    private static IEnumerable<PetAbsence> Absences(RunRecorder run) =>
        run.PetSets.SelectMany(set => set.Pets).SelectMany(pet => pet.Absences).OrderBy(absence => absence.From);
}
