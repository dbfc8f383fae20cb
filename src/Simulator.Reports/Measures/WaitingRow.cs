using Simulator.World.Explanation.Endings;

namespace Simulator.Reports.Measures;

/// <summary>Pods of one workload that wait for the same when the run ends.</summary>
/// <param name="Workload">"namespace/name"; "": they have none.</param>
/// <param name="Why">The reason, the numbers behind it, and what would help.</param>
/// <param name="Since">When the first of them was created, in seconds since the start of the run.</param>
/// <param name="Example">"namespace/name" of the first one: <c>simulator explain</c> takes it.</param>
/// <param name="HaveNodes">They wait on their nodes; else they have none.</param>
public sealed record WaitingRow(string Cluster, string Workload, int Pods, string Why, double Since, string Example, bool HaveNodes)
{
    /// <summary>Null: none waits.</summary>
    internal static IReadOnlyList<WaitingRow>? AllOf(RunEnding ending)
    {
        var rows = ending.Clusters.SelectMany(cluster => cluster.Groups.Select(group => new WaitingRow(
                cluster.Cluster, group.Workload, group.Count, group.Why, Math.Round(
                    group.Since.TotalSeconds, 3), group.Example, group.HaveNodes)))
            .OrderByDescending(row => row.Pods)
                .ThenBy(row => row.Cluster, StringComparer.Ordinal)
                .ThenBy(row => row.Example, StringComparer.Ordinal)
                .ToList();
        return rows.Count == 0 ? null : rows;
    }
}
