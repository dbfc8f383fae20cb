using Simulator.Scenarios.Traces.Expressions;
using Simulator.Scenarios.Traces.Maps;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>Makes pods of events: from a submission (or the start, where it is missing) to the end, each time that one runs.</summary>
/// <remarks>Only pods whose end has not come yet are in memory.</remarks>
internal sealed class EventPods(string file, PodTable table, PodMaker maker, TraceTally tally)
{
    private const string NeverStarted = "ended before a machine was found for it";

    private readonly Dictionary<string, Life> _open = new(StringComparer.Ordinal);
    private readonly EventColumns _events = table.Events!;
    private TimeSpan _before;

    public IEnumerable<TracePod> Of(TableRows rows, RowContext row)
    {
        foreach (var number in rows.Read(row))
        {
            var ended = Take(row, number);
            if (row.Fault is { } fault) tally.Break(file, number, 1, $"{fault}; left out");
            else if (ended is not null) yield return ended;
        }

        foreach (var life in _open.Values.OrderBy(life => life.Pod.Row)) yield return Ended(life, null);
    }

    private TracePod? Take(RowContext row, long number)
    {
        if (maker.Make(row, number) is not { } pod || IsBackwards(pod, row)) return null;
        var kind = _events.Kind.Words(row);
        var isOpen = _open.TryGetValue(pod.Name, out var life);
        if (_events.Submit.Contains(kind))
        {
            if (!isOpen) _open.Add(pod.Name, new Life(pod, null));
        }
        else if (_events.Start.Contains(kind))
        {
            _open[pod.Name] = new Life(isOpen ? life.Pod with { Node = pod.Node } : pod, pod.Submit);
        }
        else if (_events.End.Contains(kind) && isOpen)
        {
            _open.Remove(pod.Name);
            if (life.Start is not null) return Ended(life, pod.Submit);
            tally.LeaveOut(NeverStarted);
        }

        return null;
    }

    private static TracePod Ended(Life life, TimeSpan? end) => life.Pod with
    {
        Duration = life.Start is { } start && end is { } at ? at - start : null,
        Waited = life.Start - life.Pod.Submit,
    };

    private bool IsBackwards(TracePod pod, RowContext row)
    {
        if (table.IsInOrder && pod.Submit < _before)
        {
            row.Complain($"its time ({pod.Submit.TotalSeconds:0.######} s) is before that of the row above", -1);
            return true;
        }

        _before = pod.Submit;
        return false;
    }

    private readonly record struct Life(TracePod Pod, TimeSpan? Start);
}
