using Simulator.Reports.Summaries;

namespace Simulator.Reports.Html.Studies;

/// <summary>A table of text cells.</summary>
/// <param name="Rows">The worst, or the first of them, on top; as many cells as columns.</param>
public sealed record StudyTable(string Title, IReadOnlyList<StudyColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>A sentence below it; "" for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>It waits behind its title.</summary>
    public bool IsFolded { get; init; }

    /// <summary>The file with all rows, of which a page and Markdown show the first.</summary>
    public string File { get; init; } = SummaryJson.FileName;
}

/// <param name="Unit">Of all its cells, told in its head; "" if they have none, or tell their own.</param>
public sealed record StudyColumn(string Name, CellStyle Style, string Unit = "")
{
    public string Head => Unit.Length == 0 ? Name : $"{Name} ({Unit})";

    public static StudyColumn Text(string name) => new(name, CellStyle.Text);

    /// <summary>Set to the right.</summary>
    public static StudyColumn Number(string name, string unit = "") => new(name, CellStyle.Number, unit);

    /// <summary>Words such as better, worse, holds, fails; they get a sign of their kind.</summary>
    public static StudyColumn Verdict(string name) => new(name, CellStyle.Verdict);
}
