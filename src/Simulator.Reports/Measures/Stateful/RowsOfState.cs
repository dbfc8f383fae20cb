using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>Makes the rows of stateful applications, worst first; ties end in names. Null where the run has nothing of the kind.</summary>
internal sealed class RowsOfState(RunRecorder run)
{
    /// <summary>Names of which DNS told a wrong address longest; more say nothing new.</summary>
    private const int NamesMax = 20;

    private readonly TimeSpan _end = run.Scenario.Duration;

    public IReadOnlyList<StatefulRow>? Applications() => NullIfNone(run.States.Select(life => RowOf(life))
        .OrderByDescending(row => row.DataLost)
        .ThenByDescending(row => row.SecondsNotWritable)
        .ThenBy(row => row.Cluster, StringComparer.Ordinal)
        .ThenBy(row => row.Workload, StringComparer.Ordinal));

    public IReadOnlyList<PetRow>? Pets() => NullIfNone(run.PetSets.SelectMany(set => set.Pets).Select(RowOf).OfType<PetRow>()
        .OrderByDescending(row => row.Absence)
        .ThenBy(row => row.Cluster, StringComparer.Ordinal)
        .ThenBy(row => row.Set, StringComparer.Ordinal)
        .ThenBy(row => row.Ordinal));

    public IReadOnlyList<OverlapRow>? Overlaps() => NullIfNone(run.Overlaps
        .Select(overlap => new OverlapRow(
            overlap.Cluster, overlap.Pod, overlap.OldNode, overlap.NewNode, Seconds(overlap.From), Seconds(overlap.SecondsAt(_end)),
            overlap.To is not null))
        .OrderByDescending(row => row.Seconds)
        .ThenBy(row => row.Cluster, StringComparer.Ordinal)
        .ThenBy(row => row.Pet, StringComparer.Ordinal));

    public IReadOnlyList<ClaimRow>? Claims() => NullIfNone(run.Claims
        .Where(claim => claim.Phase is "Pending" or "Lost")
        .OrderBy(claim => claim.Since)
        .ThenBy(claim => claim.Cluster, StringComparer.Ordinal)
        .ThenBy(claim => claim.Name, StringComparer.Ordinal)
        .Select(claim => new ClaimRow(claim.Cluster, claim.Name, claim.Phase, Seconds(claim.Since), claim.Why)));

    public IReadOnlyList<NameRow>? Names() => NullIfNone(run.DnsNames
        .Where(name => name.Stale > TimeSpan.Zero)
        .OrderByDescending(name => name.LongestStale)
        .ThenBy(name => name.Cluster, StringComparer.Ordinal)
        .ThenBy(name => name.Name, StringComparer.Ordinal)
        .Take(NamesMax)
        .Select(name => new NameRow(name.Cluster, name.Name, name.Changes, Seconds(name.Stale), Seconds(name.LongestStale))));

    private StatefulRow RowOf(StatefulLife life) => RowOf(
        life, run.Workloads.FirstOrDefault(workload => workload.Cluster == life.Cluster && workload.Name == life.Name)?.Desired
            ?? life.Members);

    private StatefulRow RowOf(StatefulLife life, int members) => new(
        life.Cluster,
        life.Name,
        KindOf(life),
        members,
        life.FirstWritableAt is not null,
        Seconds(life.Closed.Sum(spell => spell.SecondsAt(_end))),
        Seconds(life.Closed.Select(spell => spell.SecondsAt(_end)).DefaultIfEmpty().Max()),
        life.Closed.Count,
        life.Mode == StatefulLife.Writable,
        Math.Round(life.RefusedAt(_end)),
        Seconds(life.MissingAt(_end)),
        Math.Round(life.Losses.Select(loss => loss.Share).DefaultIfEmpty().Max(), 6),
        Seconds(life.Losses.Sum(loss => loss.Writes.TotalSeconds)),
        [.. life.Losses.Select(loss => loss.What)],
        life.Promotions)
    {
        CompleteAt = life.FirstCompleteAt(members) is { } at ? Seconds(at) : null,
    };

    /// <summary>The longest time away; a pet that never came, too. Null: nothing is to be told of it.</summary>
    private PetRow? RowOf(PetLife pet)
    {
        var longest = pet.Absences.OrderByDescending(absence => absence.SecondsAt(_end)).ThenBy(absence => absence.From).FirstOrDefault();
        if (longest is not null) return RowOf(pet, longest);
        if (pet.WasEverThere || pet.Ordinal >= pet.Set.Desired) return null;
        var last = pet.Lives[^1];
        var waited = Seconds(_end - pet.Lives[0].CreatedAt);
        return new PetRow(
            pet.Set.Cluster, pet.Set.Name, pet.Name, pet.Ordinal, "", "", null, null, null, null, last.Node?.Name ?? "",
            last.Node?.Zone.Name ?? "", waited, 0, false, false);
    }

    private PetRow RowOf(PetLife pet, PetAbsence absence)
    {
        var now = absence.Back ?? (absence.Next is null ? null : pet.Lives[^1]);
        return new PetRow(
            pet.Set.Cluster,
            pet.Set.Name,
            pet.Name,
            pet.Ordinal,
            absence.Was.Node?.Name ?? "",
            absence.Was.Node?.Zone.Name ?? "",
            Seconds(absence.From),
            Seconds(absence.Was.MarkedAt),
            Seconds(absence.Next?.CreatedAt),
            Seconds(absence.To),
            now?.Node?.Name ?? "",
            now?.Node?.Zone.Name ?? "",
            Seconds(absence.SecondsAt(_end)),
            pet.Absences.Count,
            RanOn.Is(run, absence),
            ScenarioSets.KeepsUnready(run.Scenario, pet.Set))
        {
            AwayAtEnd = pet.IsAway ? Seconds(pet.Absences[^1].SecondsAt(_end)) : null,
        };
    }

    private string KindOf(StatefulLife life) => life.TroubleMode switch
    {
        "NoQuorum" => "quorum",
        "NoPrimary" => "primary-replica",
        "SharesMissing" => "sharded",
        _ => NameOf(KindInScenario(life)),
    };

    private static string NameOf(StateKind? kind) => kind switch
    {
        StateKind.Quorum => "quorum",
        StateKind.PrimaryReplica => "primary-replica",
        StateKind.Sharded => "sharded",
        _ => "",
    };

    /// <summary>By the labels of its pods, as the kubelets choose it.</summary>
    private StateKind? KindInScenario(StatefulLife life)
    {
        var cluster = run.Scenario.Clusters.FirstOrDefault(spec => spec.Name == life.Cluster);
        var owner = cluster?.Workloads.SelectMany(workload => workload.Objects)
            .FirstOrDefault(value => value is IPodOwner && value.Key.ToString() == life.Name);
        if (owner is null) return null;
        var labels = ((IPodOwner)owner).Template.Labels;
        return cluster!.Applications.FirstOrDefault(application => application.Namespace == owner.Key.Namespace
            && application.Selector.IsSubsetOf(labels))?.State?.Kind;
    }

    private static List<T>? NullIfNone<T>(IEnumerable<T> rows) => rows.ToList() is { Count: > 0 } list ? list : null;

    private static double? Seconds(TimeSpan? span) => span is { } known ? Seconds(known) : null;

    private static double Seconds(TimeSpan span) => Seconds(span.TotalSeconds);

    private static double Seconds(double seconds) => Math.Round(seconds, 3, MidpointRounding.AwayFromZero);
}
