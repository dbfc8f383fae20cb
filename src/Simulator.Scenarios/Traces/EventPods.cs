using System.Globalization;
using Simulator.Scenarios.Traces.Expressions;
using Simulator.Scenarios.Traces.Maps;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>Makes pods of events: from a submission (or the start, where it is missing) to the end, each time that one runs.</summary>
/// <remarks>Only pods whose end has not come yet are in memory.</remarks>
internal sealed class EventPods(string file, PodTable table, PodMaker maker, PendingPods pending, TraceTally tally)
{
    private const string NeverStarted = "ended before a machine was found for it";

    private const string Unsorted =
        "an event stands after a later one; what ends before it was submitted never ends here: sort the rows by time";

    private readonly Dictionary<string, PendingPod> _open = pending.ByName;
    private readonly EventColumns _events = table.Events!;

    public IEnumerable<TracePod> Of(TableRows rows, RowContext row)
    {
        foreach (var number in rows.Read(row))
        {
            var ended = Take(row, number);
            if (row.Fault is { } fault) tally.Break(file, number, 1, $"{fault}; left out");
            else if (ended is not null) yield return ended;
        }
    }

    private TracePod? Take(RowContext row, long number)
    {
        if (maker.Make(row, number) is not { } pod || IsBackwards(pod, row)) return null;
        var kind = _events.Kind.Words(row);
        var isOpen = _open.TryGetValue(pod.Name, out var life);
        if (_events.Submit.Contains(kind))
        {
            if (!isOpen) _open.Add(pod.Name, new PendingPod(pod, null));
        }
        else if (_events.Start.Contains(kind))
        {
            _open[pod.Name] = new PendingPod(isOpen ? life.Pod with { Node = pod.Node } : pod, pod.Submit);
        }
        else if (_events.End.Contains(kind) && isOpen)
        {
            _open.Remove(pod.Name);
            if (life.Start is not null) return Ended(life, pod.Submit);
            tally.LeaveOut(NeverStarted);
        }

        return null;
    }

    private static TracePod Ended(PendingPod life, TimeSpan end) =>
        life.Pod with { Duration = end - life.Start, Waited = life.Start - life.Pod.Submit };

    private bool IsBackwards(TracePod pod, RowContext row)
    {
        if (pod.Submit >= pending.Before) pending.Before = pod.Submit;
        else if (table.IsInOrder)
        {
            var (now, before) = (pod.Submit.TotalSeconds, pending.Before.TotalSeconds);
            row.Complain(string.Create(
                CultureInfo.InvariantCulture, $"its time ({now:0.######} s) is before that of the row above ({before:0.######} s)"), -1);
            return true;
        }
        else tally.Remark(Unsorted);

        return false;
    }
}
