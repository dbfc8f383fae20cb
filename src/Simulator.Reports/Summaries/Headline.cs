using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.Reports.Statistics;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Reports.Summaries;

/// <summary>A scenario in one line: printed before the run, and on top of its report.</summary>
public static class Headline
{
    /// <summary>The version that is simulated; those of a scenario's clusters, if they have several.</summary>
    public static string KubernetesOf(Scenario scenario) => string.Join(
        " and ",
        KubernetesVersions.Names.Where(name => scenario.Clusters.Any(cluster => cluster.Version.Name == name)));

    /// <param name="flags">Those that differ from their defaults.</param>
    /// <param name="settings">Values of the scenario file that were changed from outside; null: none.</param>
    public static string Of(Scenario scenario, IReadOnlyList<string> flags, IReadOnlyList<Setting>? settings = null)
    {
        var clusters = scenario.Clusters;
        IReadOnlyList<string> parts =
        [
            scenario.Name,
            clusters.Count == 1 ? "" : $"{clusters.Count} clusters",
            $"{Count(clusters.Sum(Nodes), "node")} in {Count(clusters.Sum(cluster => cluster.Zones.Count), "zone")}",
            $"{Count(PodsOf(scenario), "pod")} in {Count(clusters.SelectMany(Objects).Count(value => value is Service), "service")}",
            Traces(clusters.Sum(cluster => cluster.Workloads.Count(workload => workload.Arrivals is not null))),
            $"Kubernetes {KubernetesOf(scenario)}, {Flags(flags)}",
            Changed([.. (settings ?? []).Where(setting => !setting.IsPlugin)]),
            $"seed {scenario.Seed}",
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    /// <summary>Pods that are asked for at the start, as far as anybody can say before the run.</summary>
    public static long PodsOf(Scenario scenario) => scenario.Clusters.Sum(Pods);

    /// <summary>A daemon set has a pod on every node that it selects, as far as anybody can say before the run.</summary>
    private static long Pods(ClusterSpec cluster) =>
        Objects(cluster).Sum(value => value is DaemonSet set ? Daemons(cluster, set) : Pods(value));

    /// <summary>What the API server refuses will never be there.</summary>
    private static IEnumerable<ApiObject> Objects(ClusterSpec cluster) =>
        cluster.Workloads.SelectMany(workload => workload.Refused.Count == 0
            ? workload.Objects
            : workload.Objects.Where(value => !workload.Refused.Contains(value)));

    private static int Daemons(ClusterSpec cluster, DaemonSet set) => set.Template.Spec is { NodeName: "", NodeSelector.Count: 0 }
        ? Nodes(cluster)
        : NodeFactory.NodesOf(cluster).Count(placed => set.Template.Spec.NodeSelector.IsSubsetOf(placed.Node.Metadata.Labels)
            && set.Template.Spec.NodeName is var name
            && (name.Length == 0 || name == placed.Node.Name));

    private static int Nodes(ClusterSpec cluster) => cluster.NodePools.Sum(pool => pool.Count);

    private static long Pods(ApiObject value) => value switch
    {
        ReplicaController controller => controller.Replicas,
        Deployment deployment => deployment.Replicas,
        PetSet set => set.Replicas,
        Job job => Math.Min(job.Parallelism, job.Completions ?? int.MaxValue),
        Pod => 1,
        _ => 0,
    };

    private static string Flags(IReadOnlyList<string> differences) => differences.Count switch
    {
        0 => "default flags",
        1 => differences[0],
        _ => $"{differences.Count} flags changed",
    };

    private static string Changed(IReadOnlyList<Setting> settings) => settings.Count switch
    {
        0 => "",
        1 => $"{settings[0]}",
        _ => $"{settings.Count} values of the file changed",
    };

    private static string Traces(int count) => count == 0 ? "" : $"pods of {Count(count, "trace")}";

    private static string Count(long count, string noun) => HumanNumber.Count(count, noun, noun + "s");
}
