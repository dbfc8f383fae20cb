using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>The pods that wait when the run ends, by workload and reason, with the command that says more of one.</summary>
internal static class WaitingText
{
    private const int LinesMax = 5;

    public static readonly IReadOnlyList<string> Columns = ["pods", "of", "since", "waits for", "more of one"];

    /// <summary>None if none waits.</summary>
    /// <param name="reportPath">Where report.html is; "" if none was written.</param>
    public static IEnumerable<string> Lines(Summary summary, string reportPath, int columns)
    {
        if (summary.Waiting is not { } rows) yield break;
        foreach (var row in rows.Take(LinesMax))
        {
            foreach (var line in Wrapping.Hang("  ", $"{Who(summary, row)}: {row.Why}", columns)) yield return line;
        }

        if (rows.Count > LinesMax)
        {
            yield return $"  and {HumanNumber.Count(rows.Skip(LinesMax).Sum(row => row.Pods), "pod", "pods")} more in waiting.csv";
        }
        if (reportPath.Length > 0) yield return $"  why       {Command(summary, rows[0], Path.GetDirectoryName(reportPath) ?? ".")}";
    }

    public static string[] Cells(Summary summary, WaitingRow row) =>
    [
        HumanNumber.Count(row.Pods),
        row.Workload.Length > 0 ? summary.NameOf(row.Cluster, row.Workload) : "no controller",
        row.Since > 0 ? HumanTime.Clock(row.Since) : "the start",
        row.Why,
        Command(summary, row, summary.Folder.Length > 0 ? summary.Folder : $"results/{summary.Scenario}"),
    ];

    private static string Who(Summary summary, WaitingRow row)
    {
        if (row.Workload.Length == 0 && row.Pods == 1) return $"pod {summary.NameOf(row.Cluster, row.Example)}";
        var pods = HumanNumber.Count(row.Pods, "pod", "pods");
        return row.Workload.Length == 0 ? $"{pods} of no controller" : $"{pods} of {summary.NameOf(row.Cluster, row.Workload)}";
    }

    private static string Command(Summary summary, WaitingRow row, string folder) =>
        $"simulator explain {folder} pod {Names.Short(row.Example)}{(summary.Clusters.Count > 1 ? $" --cluster {row.Cluster}" : "")}";
}
