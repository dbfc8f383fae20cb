using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>Rows of stateful applications as cells of text, the same in Markdown and HTML.</summary>
internal static class StateRows
{
    public static readonly IReadOnlyList<string> ApplicationColumns =
    [
        "application", "kind", "members", "without", "longest", "writes refused", "copy-minutes missing", "data lost",
    ];

    public static readonly IReadOnlyList<string> PetColumns =
    [
        "pet", "was on", "gone at", "evicted", "re-created", "back at", "on", "away for",
    ];

    public static readonly IReadOnlyList<string> OverlapColumns = ["pet", "old node", "new node", "from", "both ran for"];

    public static readonly IReadOnlyList<string> ClaimColumns = ["claim", "phase", "since", "why"];

    public static readonly IReadOnlyList<string> NameColumns = ["name", "changes", "stale for", "longest"];

    public static string[] Of(Summary summary, StatefulRow row) =>
    [
        summary.NameOf(row.Cluster, row.Workload),
        row.Kind,
        HumanNumber.Count(row.Members),
        row.WasWritable
            ? $"{Without(row)}{HumanTime.Short(row.SecondsNotWritable)}{(row.IsWritable ? "" : " (still)")}"
            : "never took a write",
        HumanTime.Short(row.LongestNotWritable),
        HumanNumber.Count(row.WritesRefused),
        HumanNumber.Count(row.UnderReplicatedSeconds / 60),
        row.Losses.Count == 0 ? "none" : string.Join(", ", row.Losses.Distinct().Take(3)),
    ];

    public static string[] Of(Summary summary, PetRow row) =>
    [
        summary.NameOf(row.Cluster, row.Pet),
        Place(row.WasOn, row.WasIn),
        Clock(row.GoneAt),
        Clock(row.EvictedAt),
        Clock(row.RecreatedAt),
        row.BackAt is null ? "not yet" : Clock(row.BackAt) + (row.AwayAtEnd is null ? "" : ", away again"),
        Place(row.On, row.In),
        HumanTime.Short(row.Absence) + (row.Absences > 1 ? $" (the longest of {row.Absences})" : "") + (row.RanOn ? ", ran on" : ""),
    ];

    public static string[] Of(Summary summary, OverlapRow row) =>
        [summary.NameOf(row.Cluster, row.Pet), row.OldNode, row.NewNode, HumanTime.Clock(row.At), HumanTime.Short(row.Seconds)
            + (row.IsOver ? "" : " (still)")];

    public static string[] Of(Summary summary, ClaimRow row) =>
        [summary.NameOf(row.Cluster, row.Claim), row.Phase, HumanTime.Clock(row.Since), row.Why];

    public static string[] Of(Summary summary, NameRow row) =>
        [summary.Clusters.Count > 1
            ? $"{row.Cluster}: {row.Name}"
            : row.Name, HumanNumber.Count(row.Changes), HumanTime.Short(row.StaleSeconds), HumanTime.Short(row.LongestStale)];

    private static string Without(StatefulRow row) => row.TimesNotWritable == 0 ? "" : row.Kind switch
    {
        "quorum" => "quorum: ",
        "primary-replica" => "primary: ",
        _ => "a share: ",
    };

    private static string Place(string node, string zone) => zone.Length > 0 ? $"{node} ({zone})" : node;

    private static string Clock(double? at) => at is { } known ? HumanTime.Clock(known) : "";
}
