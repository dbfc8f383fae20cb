using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Traces;

/// <summary>What was read of a trace, what was left out by its format, and what was wrong.</summary>
public sealed class TraceTally(Diagnostics diagnostics)
{
    private readonly SortedDictionary<string, long> _leftOut = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _remarks = new(StringComparer.Ordinal);

    /// <summary>Rows that were looked at.</summary>
    public long Rows { get; internal set; }

    /// <summary>Pods that came of them.</summary>
    public long Pods { get; internal set; }

    /// <summary>Rows, or files, that could not be taken.</summary>
    public long Broken { get; private set; }

    /// <summary>Pods of which the trace does not say when they end.</summary>
    public long Endless { get; internal set; }

    /// <summary>Pods that ask for a share of a graphics processor.</summary>
    public long Sharing { get; internal set; }

    /// <summary>Why rows are no pods, with their numbers.</summary>
    public IReadOnlyDictionary<string, long> LeftOut => _leftOut;

    /// <summary>What is odd about rows that were taken, with their numbers.</summary>
    public IReadOnlyDictionary<string, long> Remarks => _remarks;

    internal void LeaveOut(string because) => _leftOut[because] = _leftOut.GetValueOrDefault(because) + 1;

    internal void Remark(string because) => _remarks[because] = _remarks.GetValueOrDefault(because) + 1;

    /// <param name="row">From 1; 0: the file as a whole.</param>
    internal void Break(string file, long row, int column, string sentence)
    {
        Broken++;
        var line = (int)Math.Min(row, int.MaxValue);
        diagnostics.Error(file, line, line == 0 ? 0 : column, sentence);
    }

    /// <summary><c>kept: 8,150 of 8,152 rows</c></summary>
    public string Kept => $"{Rows:N0} {(Rows == 1 ? "row" : "rows")}, {Pods:N0} {(Pods == 1 ? "pod" : "pods")}"
        + (_leftOut.Count == 0 ? "" : $"; left out: {Wording.Listed(_leftOut.Select(pair => $"{pair.Value:N0} ({pair.Key})"))}");
}
