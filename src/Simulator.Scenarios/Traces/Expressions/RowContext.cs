namespace Simulator.Scenarios.Traces.Expressions;

/// <summary>The row that expressions are asked about, and what was wrong with its cells.</summary>
internal sealed class RowContext
{
    /// <summary>In the order of the columns that the expressions name.</summary>
    public string[] Cells { get; set; } = [];

    /// <summary>The same of the last row, where several rows are one pod.</summary>
    public string[] Last { get; set; } = [];

    /// <summary>The largest number of each column, where several rows are one pod.</summary>
    public double[] Largest { get; set; } = [];

    /// <summary>A sentence; null: nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary>Number of the column in <see cref="Cells"/> that is at fault.</summary>
    public int FaultColumn { get; private set; }

    public void Clear() => (Fault, FaultColumn) = (null, -1);

    /// <summary>The first counts.</summary>
    public void Complain(string sentence, int column)
    {
        if (Fault is null) (Fault, FaultColumn) = (sentence, column);
    }
}
