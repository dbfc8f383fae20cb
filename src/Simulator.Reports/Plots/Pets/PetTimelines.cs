using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Plots.Timelines;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots.Pets;

/// <summary>What became of each pet and when its application took writes; of many pets, how many were there.</summary>
public static class PetTimelines
{
    /// <summary>More rows are no picture but a carpet.</summary>
    private const int RowsMax = 30;

    /// <summary>Each has two lanes, if its pets have none.</summary>
    private const int SetsMax = 15;

    /// <summary>Above these there is no room for words.</summary>
    private const int RowsWithWordsMax = 12;

    /// <returns>Null for a run without a PetSet and without an application that keeps data, or where nothing happened to any.</returns>
    public static Timeline? Of(Summary summary, RunRecorder run)
    {
        var window = new PetWindow(run);
        var changed = run.PetSets.SelectMany(set => set.Pets).Count(PetWindow.HasChanged);
        if (changed == 0 && run.States.All(state => state.Closed.Count == 0 && state.Losses.Count == 0)) return null;
        var zones = new ZoneColors(run);
        var lanes = new List<Lane>();
        var pets = new PetLanes(run, zones, window, changed <= RowsWithWordsMax);
        var states = new StateLanes(run, window);
        var sets = run.PetSets.Where(set => changed <= RowsMax || set.Pets.Any(PetWindow.HasChanged))
            .OrderBy(set => set.Cluster, StringComparer.Ordinal)
            .ThenBy(set => set.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var set in sets.Take(SetsMax))
        {
            if (changed <= RowsMax) lanes.AddRange(pets.Each(summary, set));
            else lanes.Add(states.There(summary, set));
            lanes.AddRange(states.Of(summary, set.Cluster, set.Name, changed > RowsMax));
        }

        if (sets.Count > SetsMax) lanes.Add(Rest(sets.Count - SetsMax, window));
        foreach (var state in run.States.Where(state => !run.PetSets.Any(set => set.Cluster == state.Cluster
            && set.Name == state.Name)).Take(RowsWithWordsMax))
        {
            lanes.AddRange(states.Of(summary, state.Cluster, state.Name, true));
        }

        LaneBar[] shades = [.. run.Outages.Count > OutageFold.StoriesMax
            ? []
            : run.Outages.Select(outage => window.Bar(outage.StartedAt, outage.EndedAt))];
        return lanes.Count == 0 ? null : new Timeline(window.From, window.To, shades, lanes) { Key = Key(run, zones, changed <= RowsMax) };
    }

    private static Lane Rest(int sets, PetWindow window) => new(
        "Others", Palette.Faint, [],
        [new LaneNote(
            window.From, $"{HumanNumber.Count(sets, "more PetSet is", "more PetSets are")} in {SummaryJson.FileName} and pets.csv")]);

    private static KeyEntry[] Key(RunRecorder run, ZoneColors zones, bool hasRows)
    {
        if (!hasRows) return run.States.Any() ? [new("takes writes", Palette.Green), new("does not", Palette.Orange)] : [];
        var absences = run.PetSets.SelectMany(set => set.Pets).SelectMany(pet => pet.Absences).ToLookup(absence => RanOn.Is(run, absence));
        var isBehind = run.PetSets.SelectMany(set => set.Pets).Any(pet => pet.Spells.Any(spell => spell.IsBehind));
        return
        [
            .. run.PetSets.Any() ? zones.Key : [],
            .. isBehind ? [new KeyEntry("catches up", Palette.Outage)] : Array.Empty<KeyEntry>(),
            .. absences[false].Any() ? [new KeyEntry("away", Palette.Orange, LaneBarKind.Waiting)] : Array.Empty<KeyEntry>(),
            .. absences[true].Any()
                ? [new KeyEntry("runs, called not ready", Palette.Faint, LaneBarKind.Waiting)]
                : Array.Empty<KeyEntry>(),
            .. run.Overlaps.Any() ? [new KeyEntry("runs twice", Palette.Ink)] : Array.Empty<KeyEntry>(),
            .. run.States.Any()
                ? [new KeyEntry("takes writes", Palette.Green), new KeyEntry("does not", Palette.Orange)]
                : Array.Empty<KeyEntry>(),
        ];
    }
}
