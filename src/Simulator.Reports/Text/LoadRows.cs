using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>What services did with their load as cells of text, the same in Markdown and HTML.</summary>
internal static class LoadRows
{
    public const string Title = "How services answered their load, worst first";

    public static readonly IReadOnlyList<string> Columns =
        ["service", "requests", "answered", "failed", "slow", "waiting at the end", "median", "95 %", "99 %", "99 % at worst"];

    public static string[] Of(Summary summary, LoadRow row) =>
    [
        summary.NameOf(row.Cluster, row.Service),
        HumanNumber.Count(row.Requests),
        row.Requests > 0 ? HumanNumber.Percent(Math.Max(0, 1 - ((row.Failed + row.Waiting) / row.Requests))) : "",
        HumanNumber.Count(row.Failed),
        HumanNumber.Count(row.Slow),
        HumanNumber.Count(row.Waiting),
        HumanTime.Answer(row.P50),
        HumanTime.Answer(row.P95),
        HumanTime.Answer(row.P99),
        HumanTime.Answer(row.P99Highest),
    ];
}
