using Simulator.Api.Words;
using Simulator.Scenarios.Traces.Expressions;
using Simulator.Scenarios.Traces.Maps;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>The machines of a table; of several rows that name one, the first counts.</summary>
internal sealed class NodeRows(string file, NodeTable table, TraceTally tally)
{
    private const double MilliCpuMax = 1e9;

    private const double MemoryMax = 1L << 60;

    private const double GpusMax = 1024;

    public IReadOnlyList<TraceNode> Read()
    {
        var nodes = new SortedDictionary<string, TraceNode>(StringComparer.Ordinal);
        var row = new RowContext();
        foreach (var number in new TableRows(file, table.Form, tally).Read(row))
        {
            var node = Of(row);
            if (row.Fault is { } fault) tally.Break(file, number, 1, $"{Wording.Shortened(fault, 300)}; left out");
            else if (!nodes.TryAdd(node.Name, node)) tally.LeaveOut("tells of a machine that stands further up");
        }

        return [.. nodes.Values];
    }

    private TraceNode Of(RowContext row)
    {
        var name = table.Name.Words(row);
        if (name.Length == 0) row.Complain("the machine has no name; allowed is one", -1);
        return new TraceNode(
            name,
            (long)Math.Round(Within(row, "CPU", table.Cpu.In(row), MilliCpuMax)),
            (long)Within(row, "memory", table.Memory.In(row), MemoryMax),
            (int)Within(row, "number of GPUs", table.Gpus?.Number(row) ?? 0, GpusMax),
            table.GpuModel?.Words(row) ?? "");
    }

    private static double Within(RowContext row, string what, double? value, double most)
    {
        if (value is { } number and >= 0 && number <= most) return number;
        row.Complain(
            value is null ? $"the {what} of the machine is missing" : $"the {what} of the machine is {value}; allowed are 0 to {most}", -1);
        return 0;
    }
}
