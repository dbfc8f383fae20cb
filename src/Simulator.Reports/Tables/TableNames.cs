using Simulator.Reports.Statistics;

namespace Simulator.Reports.Tables;

/// <summary>By which names the tables of a run were written.</summary>
internal sealed class TableNames
{
    private readonly SortedDictionary<string, string> _written = new(StringComparer.Ordinal);

    public void Add(string name, string written) => _written.Add(name, written);

    /// <summary><c>pods.csv.gz</c> for <c>pods.csv</c> if it was compressed.</summary>
    public string Of(string name) => _written.GetValueOrDefault(name, name);

    /// <summary>A sentence for each table that does not have its usual name.</summary>
    public IEnumerable<string> Notes => _written.Where(table => table.Key != table.Value)
        .Select(table => $"{table.Key} is more than {HumanNumber.Count(RowGroups.PlainMax / 1_000_000)} MB long: it was written as "
            + $"{table.Value}.");
}
