using System.Globalization;
using Simulator.Api.Words;
using Simulator.Scenarios.Traces.Expressions;
using Simulator.Scenarios.Traces.Maps;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>The pods of a file, in its order, one after the other.</summary>
internal sealed class PodSource(string file, PodTable table, PendingPods pending, TraceTally tally)
{
    private readonly RowContext _row = new();
    private readonly PodMaker _maker = new(table);
    private readonly TableRows _rows = new(file, table.Form, tally);
    private TimeSpan _before = TimeSpan.MinValue;

    /// <summary>What the head of the file says, once it was read.</summary>
    public IReadOnlyDictionary<string, string> Head => _rows.Head;

    public IEnumerable<TracePod> Read() => table.Each switch
    {
        PodRows.File => OfFile(),
        PodRows.Name => KeepEarliest(),
        PodRows.Events => new EventPods(file, table, _maker, pending, tally).Of(_rows, _row),
        _ => OfRows(),
    };

    private IEnumerable<TracePod> OfRows()
    {
        foreach (var number in _rows.Read(_row))
        {
            if (_maker.Make(_row, number) is not { } pod || IsBackwards(pod))
            {
                Break(number);
                continue;
            }

            var copies = _maker.Copies(_row);
            if (_row.Fault is not null) Break(number);
            else if (copies == 1) yield return pod;
            else
            {
                for (var copy = 1; copy <= copies; copy++)
                {
                    yield return pod with { Name = string.Create(CultureInfo.InvariantCulture, $"{pod.Name}-{copy}") };
                }
            }
        }
    }

    /// <summary>Keeps them for the end.</summary>
    private IEnumerable<TracePod> KeepEarliest()
    {
        foreach (var number in _rows.Read(_row))
        {
            if (_maker.Make(_row, number) is not { } pod)
            {
                Break(number);
                continue;
            }

            var isKnown = pending.ByName.TryGetValue(pod.Name, out var known);
            if (isKnown) tally.LeaveOut("a row of one that another row has told of");
            if (!isKnown || pod.Submit < known.Pod.Submit) pending.ByName[pod.Name] = new PendingPod(pod, null);
        }

        yield break;
    }

    private bool IsBackwards(TracePod pod)
    {
        if (!table.IsInOrder) return false;
        if (pod.Submit < _before)
        {
            var (now, before) = (pod.Submit.TotalSeconds, _before.TotalSeconds);
            _row.Complain(string.Create(
                CultureInfo.InvariantCulture, $"its time ({now:0.######} s) is before that of the row above ({before:0.######} s)"), -1);
            return true;
        }

        _before = pod.Submit;
        return false;
    }

    private IEnumerable<TracePod> OfFile()
    {
        var first = 0L;
        string[] cells = [];
        foreach (var number in _rows.Read(_row))
        {
            if (first == 0)
            {
                (first, cells) = (number, _row.Cells);
                _row.Largest = new double[cells.Length];
                Array.Fill(_row.Largest, double.NegativeInfinity);
            }

            Widen();
            _row.Last = _row.Cells;
        }

        if (first == 0) yield break;
        _row.Clear();
        _row.Cells = cells;
        if (_maker.Make(_row, first) is not { } pod) Break(first);
        else yield return table.Name is null ? pod with { Name = Path.GetFileName(file).Split('.')[0] } : pod;
    }

    private void Widen()
    {
        for (var i = 0; i < _row.Cells.Length; i++)
        {
            if (double.TryParse(_row.Cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                _row.Largest[i] = Math.Max(_row.Largest[i], number);
            }
        }
    }

    private void Break(long number) => tally.Break(file, number, 1, $"{Wording.Shortened(_row.Fault ?? "", 300)}; left out");
}
