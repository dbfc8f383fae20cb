namespace Simulator.Scenarios.Traces.Expressions;

/// <summary>The columns that the expressions of a table name, each once, in the order of their first mention.</summary>
internal sealed class ColumnList(IReadOnlyCollection<string> unknown)
{
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    public int NumberOf(string name)
    {
        var number = _names.IndexOf(name);
        if (number >= 0) return number;
        _names.Add(name);
        return _names.Count - 1;
    }

    /// <summary>Cells that stand for nothing.</summary>
    public bool IsUnknown(string cell) => cell.Length == 0 || unknown.Contains(cell);
}
