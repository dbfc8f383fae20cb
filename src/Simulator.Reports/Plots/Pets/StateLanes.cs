using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Plots.Timelines;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots.Pets;

/// <summary>Lanes for a whole application: when it took writes, and how many of its members were there or had all data.</summary>
internal sealed class StateLanes(RunRecorder run, PetWindow window)
{
    /// <summary>Pets that are there.</summary>
    public Lane There(Summary summary, PetSetLife set) =>
        Counted(
            $"{summary.NameOf(set.Cluster, set.Name)}: pets there", set.There,
            Math.Max(set.Desired, set.There.Select(count => count.Count).DefaultIfEmpty().Max()));

    /// <param name="hasMembers">With how many members have all data: their own lanes are not shown.</param>
    public IEnumerable<Lane> Of(Summary summary, string cluster, string workload, bool hasMembers)
    {
        if (run.States.FirstOrDefault(state => state.Cluster == cluster && state.Name == workload) is not { } state) yield break;
        var name = summary.NameOf(cluster, workload);
        var members = summary.Stateful?.FirstOrDefault(row => row.Cluster == cluster && row.Workload == workload)?.Members ?? state.Members;
        if (hasMembers && state.InSync.Count > 0)
        {
            yield return Counted($"{name}: in sync", state.InSync, Math.Max(state.InSync.Max(count => count.Count), members));
        }
        yield return new Lane(
            $"{name}: writes", Palette.Green,
            [.. Writable(state), .. state.Closed.Select(spell => window.Bar(spell.From, spell.To) with { Tone = Palette.Orange })],
            [.. Words(summary, state)]);
    }

    /// <summary>The lowest number counts once the highest was reached: a start-up begins with none.</summary>
    private Lane Counted(string name, IReadOnlyList<CountAt> counts, int whole)
    {
        var curve = window.Curve(counts, whole);
        var most = curve.Max(point => point.Value);
        var (end, lowest) = (curve[^1].Value, curve.SkipWhile(point => point.Value < most).Min(point => point.Value));
        var text = $"{HumanNumber.Count(end * whole)} of {HumanNumber.Count(whole)} at the "
            + $"end{(lowest < end ? $", {HumanNumber.Count(lowest * whole)} at the lowest" : "")}";
        return new Lane(name, Palette.Blue, [], [new LaneNote(window.From, text)]) { Curve = curve, CurveFrom = 0 };
    }

    /// <summary>Between the times without writes.</summary>
    private IEnumerable<LaneBar> Writable(StatefulLife state)
    {
        if (state.FirstWritableAt is not { } from) yield break;
        foreach (var spell in state.Closed)
        {
            if (spell.From > from) yield return window.Bar(from, spell.From);
            if (spell.To is not { } to) yield break;
            from = to;
        }

        yield return window.Bar(from, null);
    }

    private IEnumerable<LaneNote> Words(Summary summary, StatefulLife state)
    {
        var row = summary.Stateful?.FirstOrDefault(row => row.Cluster == state.Cluster && row.Workload == state.Name);
        if (row is null || state.Closed.Count == 0) return [];
        return [new LaneNote(
            Math.Max(window.From, state.Closed[0].From.TotalSeconds), $"{StateWords.Trouble(row)} {StateWords.Length(row)}")];
    }
}
