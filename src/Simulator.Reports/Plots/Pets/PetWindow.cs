using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Plots.Charts;

namespace Simulator.Reports.Plots.Pets;

/// <summary>The part of a run in which something happened to pets or to what they keep, in seconds.</summary>
internal sealed class PetWindow
{
    private readonly TimeSpan _end;

    public PetWindow(RunRecorder run)
    {
        _end = run.Scenario.Duration;
        var pets = run.PetSets.SelectMany(set => set.Pets).ToList();
        var moments = pets.SelectMany(pet => pet.Spells).SelectMany(spell => new[] { spell.From, spell.To })
            .Concat(run.States.SelectMany(state => state.Closed).SelectMany(spell => new[] { spell.From, spell.To }))
            .Concat(run.Outages.Select(outage => (TimeSpan?)outage.StartedAt))
            .OfType<TimeSpan>().Where(moment => moment > TimeSpan.Zero).Select(moment => moment.TotalSeconds).ToList();
        var isOpen = pets.Exists(pet => !pet.IsThere && pet.Ordinal < pet.Set.Desired)
            || run.States.Any(state => state.Closed is [.., { To: null }]);
        var end = _end.TotalSeconds;
        var (first, last) = (moments.DefaultIfEmpty(0).Min(), isOpen ? end : moments.DefaultIfEmpty(end).Max());
        var margin = Math.Max(10, (last - first) * 0.05);
        (From, To) = (Math.Max(0, first - margin), Math.Min(end, last + margin));
    }

    public double From { get; }

    public double To { get; }

    /// <summary>It began, stopped or never came after time zero.</summary>
    public static bool HasChanged(PetLife pet) =>
        !pet.WasEverThere || pet.Spells.Any(spell => spell.From > TimeSpan.Zero || spell.To is not null);

    /// <summary>Cut to what is shown.</summary>
    public LaneBar Bar(TimeSpan from, TimeSpan? to, LaneBarKind kind = LaneBarKind.Doing) =>
        new(Math.Clamp(from.TotalSeconds, From, To), Math.Clamp((to ?? _end).TotalSeconds, From, To), kind);

    /// <summary>A count as shares of a whole, from edge to edge.</summary>
    public IReadOnlyList<SeriesPoint> Curve(IReadOnlyList<CountAt> counts, int whole)
    {
        double Share(int count) => Math.Min(1, count / (double)Math.Max(1, whole));
        var before = counts.LastOrDefault(count => count.At.TotalSeconds <= From).Count;
        var shown = counts.Where(count => count.At.TotalSeconds > From && count.At.TotalSeconds < To)
            .Select(count => new SeriesPoint(count.At.TotalSeconds, Share(count.Count)));
        var after = counts.LastOrDefault(count => count.At.TotalSeconds <= To).Count;
        return [new SeriesPoint(From, Share(before)), .. shown, new SeriesPoint(To, Share(after))];
    }
}
