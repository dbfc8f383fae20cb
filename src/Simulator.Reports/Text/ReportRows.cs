using Simulator.Reports.Findings;
using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>Rows of a summary as cells of text, the same in Markdown and HTML.</summary>
internal static class ReportRows
{
    public static readonly IReadOnlyList<string> WorkloadColumns =
    [
        "workload", "replicas", "lowest", "below full for", "replica-minutes lost", "back after",
    ];

    private static readonly IReadOnlyList<string> ServiceColumns =
    [
        "service", "replicas", "fewest ready", "below full for", "replica-minutes lost", "availability",
    ];

    private static readonly IReadOnlyList<string> UserColumns = ["requests", "failed", "worst minute"];

    public static readonly IReadOnlyList<string> ZoneColumns =
    [
        "zone", "nodes", "hit", "pods at start", "pods at end", "CPU start", "CPU end", "memory start", "memory end",
    ];

    public static readonly IReadOnlyList<string> MeasureColumns = ["measure", "value", "unit", "meaning"];

    public static readonly IReadOnlyList<string> FindingColumns = ["finding", "what", "cost in replica-minutes"];

    public static string[] Of(Finding finding) => [finding.Kind, finding.Sentence, HumanNumber.Count(finding.Cost / 60)];

    public static string[] Of(Summary summary, WorkloadRow row) =>
    [
        summary.NameOf(row.Cluster, row.Workload),
        HumanNumber.Count(row.Desired),
        HumanNumber.Count(row.LowestReady),
        HumanTime.Short(row.SecondsBelowFull),
        HumanNumber.Count(row.ReplicaSecondsLost / 60),
        BackAfter(row),
    ];

    /// <summary>With what users saw if anybody sends requests.</summary>
    public static IReadOnlyList<string> ColumnsOfServices(Summary summary) => [.. ServiceColumns, .. HasUsers(summary) ? UserColumns : []];

    public static string[] Of(Summary summary, ServiceRow row) => [.. StrengthOf(summary, row), .. HasUsers(summary) ? UsersOf(row) : []];

    public static bool HasUsers(Summary summary) => summary.Services.Any(row => row.Users is not null);

    private static string[] UsersOf(ServiceRow row) => row.Users is { } users
        ? [
            HumanNumber.Count(users.Requests), HumanNumber.Percent(1 - users.Answered),
            $"{HumanNumber.Percent(1 - users.WorstMinute)} failed"]
        : ["", "", ""];

    private static string[] StrengthOf(Summary summary, ServiceRow row) =>
    [
        summary.NameOf(row.Cluster, row.Service),
        HumanNumber.Count(row.Desired),
        row.LowestReady is { } lowest ? HumanNumber.Count(lowest) : "",
        HumanTime.Short(row.SecondsBelowFull),
        HumanNumber.Count(row.ReplicaSecondsLost / 60),
        row.Availability is { } share ? HumanNumber.Percent(share) : "",
    ];

    public static string[] Of(ZoneRow row) =>
    [
        row.Zone.Length == 0 ? "(none)" : row.Zone,
        HumanNumber.Count(row.Nodes),
        HumanNumber.Count(row.Hit),
        HumanNumber.Count(row.PodsAtStart),
        HumanNumber.Count(row.PodsAtEnd),
        HumanNumber.Percent(row.CpuAtStart),
        HumanNumber.Percent(row.CpuAtEnd),
        HumanNumber.Percent(row.MemoryAtStart),
        HumanNumber.Percent(row.MemoryAtEnd),
    ];

    public static string[] Of(KeyValuePair<string, double> measure)
    {
        var entry = MeasureCatalog.Find(measure.Key);
        return [measure.Key, HumanNumber.Plain(measure.Value), entry?.Unit ?? "", entry?.Meaning ?? ""];
    }

    private static string BackAfter(WorkloadRow row)
    {
        if (row.IsShort) return "never";
        return row.RecoveredAfter is { } seconds ? HumanTime.Short(seconds) : "";
    }
}
