using Simulator.Api.Words;

namespace Simulator.Reports.Text;

/// <summary>Lines of a Markdown table.</summary>
internal static class MarkdownTable
{
    public static string Head(IReadOnlyList<string> columns, IReadOnlyList<bool> areNumbers) =>
        Row(columns) + $"|{string.Concat(areNumbers.Select(isNumber => isNumber ? "---:|" : "---|"))}\n";

    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Escape))} |\n";

    private static string Escape(string cell) =>
        VisibleText.Of(cell).Replace("|", "\\|", StringComparison.Ordinal);
}
