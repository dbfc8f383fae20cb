using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Plots.Timelines;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots.Pets;

/// <summary>A lane for each pet that something happened to: where it ran, when it caught up, when it was away.</summary>
internal sealed class PetLanes(RunRecorder run, ZoneColors zones, PetWindow window, bool hasWords)
{
    public IEnumerable<Lane> Each(Summary summary, PetSetLife set) => set.Pets.Where(PetWindow.HasChanged).Select(pet =>
        new Lane(
            summary.NameOf(set.Cluster, pet.Name), Palette.Blue, [.. Away(pet), .. pet.Spells.Select(Bar), .. Overlaps(pet)],
            hasWords ? [.. Words(pet)] : []));

    private LaneBar Bar(PetSpell spell) =>
        window.Bar(spell.From, spell.To) with { Tone = spell.IsBehind ? Palette.Outage : zones.Of(spell.Life.Node?.Zone.Name ?? "") };

    private IEnumerable<LaneBar> Away(PetLife pet) =>
        pet.Absences.Select(absence => window.Bar(absence.From, absence.To, LaneBarKind.Waiting) with
        {
            Tone = RanOn.Is(run, absence) ? Palette.Faint : Palette.Orange,
        });

    private IEnumerable<LaneBar> Overlaps(PetLife pet) =>
        run.Overlaps.Where(overlap => overlap.Cluster == pet.Set.Cluster && overlap.Pod == pet.Name)
        .Select(overlap => window.Bar(overlap.From, overlap.To) with { Tone = Palette.Ink });

    private IEnumerable<LaneNote> Words(PetLife pet)
    {
        var end = run.Scenario.Duration;
        if (pet.Absences.OrderByDescending(absence => absence.SecondsAt(end)).FirstOrDefault() is not { } absence) yield break;
        var back = absence.Back?.Node;
        var where = back is null || back == absence.Was.Node ? "" : $" on {back.Name}";
        var length = HumanTime.Span(absence.SecondsAt(end));
        var text = RanOn.Is(run, absence)
            ? $"called not ready for {length}, but ran on"
            : absence.To is null
            ? "not back when the run ends"
            : $"back{where} after {length}";
        yield return new LaneNote(Math.Max(window.From, absence.From.TotalSeconds), text);
    }
}
