using Simulator.Api;
using Simulator.Scenarios;
using Simulator.World;

namespace Simulator.Cli.Output;

/// <summary>A run in one line, before it starts.</summary>
internal static class ScenarioHeadline
{
    public static string Of(ScenarioFile file, Scenario scenario)
    {
        var clusters = scenario.Clusters;
        var objects = clusters.SelectMany(cluster => cluster.Workloads).SelectMany(workload => workload.Objects).ToList();
        IReadOnlyList<string> parts =
        [
            scenario.Name,
            clusters.Count == 1 ? "" : $"{clusters.Count} clusters",
            $"{Count(clusters.Sum(Nodes), "node")} in {Count(clusters.Sum(cluster => cluster.Zones.Count), "zone")}",
            $"{Count(objects.Sum(Pods), "pod")} in {Count(objects.Count(value => value is Service), "service")}",
            $"Kubernetes 1.3.10, {Flags(file.FlagsThatDiffer)}",
            $"seed {scenario.Seed}",
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    private static int Nodes(ClusterSpec cluster) => cluster.NodePools.Sum(pool => pool.Count);

    private static long Pods(ApiObject value) => value switch
    {
        ReplicationController controller => controller.Replicas,
        Pod => 1,
        _ => 0,
    };

    private static string Flags(IReadOnlyList<string> differences) => differences.Count switch
    {
        0 => "default flags",
        1 => differences[0],
        _ => $"{differences.Count} flags changed",
    };

    private static string Count(long count, string what) => count == 1 ? $"1 {what}" : $"{count:N0} {what}s";
}
