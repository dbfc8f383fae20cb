using Simulator.Scenarios.Traces.Expressions;
using Simulator.Scenarios.Traces.Rows;

namespace Simulator.Scenarios.Traces.Maps;

/// <summary>What the columns of a trace mean: the file that a format is.</summary>
internal sealed record ColumnMap
{
    public required string Name { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is described; "" if nowhere.</summary>
    public string Source { get; init; } = "";

    /// <summary>How much of it was seen: told when formats are listed.</summary>
    public string Tested { get; init; } = "";

    /// <summary>What a number stands on that the trace does not say: told with the answer.</summary>
    public IReadOnlyList<string> Assumes { get; init; } = [];

    /// <summary>Patterns of files that lie in its folders and hold no pods.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Events of objects instead of rows.</summary>
    public bool IsSimKube { get; init; }

    public IReadOnlyList<PodTable> Pods { get; init; } = [];

    public IReadOnlyList<NodeTable> Nodes { get; init; } = [];
}

/// <summary>How a table of a trace is read.</summary>
/// <param name="Pattern">Names of its files: <c>*machine_meta*</c>; "" = any.</param>
/// <param name="Columns">Those that are used.</param>
/// <param name="Optional">Those of them that a file may lack.</param>
/// <param name="LeaveOut">Rows that are no pods, or no machines.</param>
internal sealed record TableForm(
    RowForm Rows, string Pattern, ColumnList Columns, IReadOnlyCollection<string> Optional, IReadOnlyList<RowRule> LeaveOut)
{
    /// <summary>Rows that are taken, and told of.</summary>
    public IReadOnlyList<RowRule> Remarks { get; init; } = [];
}

/// <param name="Because">The end of a sentence.</param>
internal sealed record RowRule(Expression When, string Because);

/// <param name="Factor">From the unit of the map to seconds, thousandths of a core, bytes.</param>
internal sealed record Amount(Expression Of, double Factor)
{
    /// <summary>Null where it is not known.</summary>
    public double? In(RowContext row) => Of.Number(row) * Factor;
}

/// <summary>What a row of pods says.</summary>
internal sealed record PodTable
{
    public required TableForm Form { get; init; }

    public required PodRows Each { get; init; }

    public Expression? Name { get; init; }

    public Expression? Group { get; init; }

    public required Amount Submit { get; init; }

    /// <summary>Null with events, or where no pod ends.</summary>
    public Amount? Duration { get; init; }

    public Amount? Waited { get; init; }

    public Amount? Cpu { get; init; }

    public Amount? Memory { get; init; }

    public Expression? Gpus { get; init; }

    /// <summary>Of each of them, in thousandths.</summary>
    public Amount? GpuShare { get; init; }

    /// <summary>Separated by '|'.</summary>
    public Expression? GpuModels { get; init; }

    public Expression? Node { get; init; }

    /// <summary>So many pods are alike.</summary>
    public Expression? Copies { get; init; }

    /// <summary>Key of the head that says how many processors there are; "" for none.</summary>
    public string Processors { get; init; } = "";

    /// <summary>The rows stand in the order of time: one that does not is wrong.</summary>
    public bool IsInOrder { get; init; }

    public EventColumns? Events { get; init; }
}

internal enum PodRows
{
    /// <summary>A row is a pod.</summary>
    Row,

    /// <summary>All rows of a file are one.</summary>
    File,

    /// <summary>The earliest row of each name is one; later ones tell of the same.</summary>
    Name,

    /// <summary>A row is something that happens to one.</summary>
    Events,
}

/// <summary>What the events of a pod's life are called.</summary>
/// <param name="Kind">The event.</param>
internal sealed record EventColumns(
    Expression Kind, IReadOnlyList<string> Submit, IReadOnlyList<string> Start, IReadOnlyList<string> End);

/// <summary>What a row of machines says.</summary>
internal sealed record NodeTable
{
    public required TableForm Form { get; init; }

    public required Expression Name { get; init; }

    public required Amount Cpu { get; init; }

    public required Amount Memory { get; init; }

    public Expression? Gpus { get; init; }

    public Expression? GpuModel { get; init; }
}
