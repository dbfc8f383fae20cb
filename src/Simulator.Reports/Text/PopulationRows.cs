using Simulator.Reports.Measures.Populations;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Text;

/// <summary>Users of federated services as cells of text, the same in Markdown, HTML and on a terminal.</summary>
internal static class PopulationRows
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "users of", "service", "requests", "failed", "slow", "by stale DNS", "first served again", "99 % served", "median", "99 % within",
        "answered by",
    ];

    public static readonly IReadOnlyList<string> SurvivorColumns =
        ["cluster", "requests a second before", "most after", "machines before", "most machines", "extra cost"];

    public static string[] Of(PopulationRow row) =>
    [
        row.Users,
        row.Service,
        HumanNumber.Count(row.Requests),
        HumanNumber.Count(row.Failed),
        HumanNumber.Count(row.Slow),
        HumanNumber.Count(row.Stale),
        row.FirstServed is { } first ? HumanTime.Long(first) : "",
        row.Served99 is { } served ? HumanTime.Long(served) : row.Path.Length > 0 ? "never" : "",
        row.P50 is { } median ? HumanTime.Long(median) : "",
        row.P99 is { } slowest ? HumanTime.Long(slowest) : "",
        AnsweredBy(row),
    ];

    public static string[] Of(SurvivorRow row) =>
    [
        row.Cluster,
        HumanNumber.Plain(Math.Round(row.Before, 1)),
        HumanNumber.Plain(Math.Round(row.Most, 1)),
        row.Machines is { } machines ? HumanNumber.Count(machines) : "",
        row.MachinesMax is { } most ? HumanNumber.Count(most) : "",
        HumanNumber.Dollars(row.ExtraCost),
    ];

    /// <summary>One line for a terminal.</summary>
    public static string LineOf(PopulationRow row)
    {
        var failed = row.Requests > 0 ? HumanNumber.Percent(row.Failed / row.Requests) : "0 %";
        var again = row.Path.Length == 0 ? ""
            : row.Served99 is { } served ? $"; 99 % served again after {HumanTime.Long(served)}"
            : "; not served again when the run ends";
        return $"users {row.Users} to {row.Service}: {HumanNumber.Count(row.Requests, "request", "requests")}, {failed} failed, "
            + $"{HumanNumber.Count(row.Slow)} slow, {HumanNumber.Count(row.Stale)} by stale DNS{again}"
            + (row.AnsweredBy.Count == 0 ? "" : $"; answered by {AnsweredBy(row)}");
    }

    private static string AnsweredBy(PopulationRow row)
    {
        var all = row.AnsweredBy.Values.Sum();
        return string.Join(
            ", ",
            row.AnsweredBy.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => $"{entry.Key} {HumanNumber.Percent(entry.Value / all)}"));
    }
}
