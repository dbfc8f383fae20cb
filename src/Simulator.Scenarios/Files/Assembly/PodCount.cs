using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>How many pods are asked for: counted before anything is made for each of them.</summary>
internal static class PodCount
{
    /// <summary>Beyond this a run would exhaust the machine's memory before it says anything.</summary>
    public const long Max = 2_000_000;

    /// <summary>At a time. A daemon set may have a pod on every node; how many it has, its selector decides.</summary>
    public static long Of(ApiObject value, ClusterSpec? cluster) => value switch
    {
        ReplicaController controller => controller.Replicas,
        Deployment deployment => deployment.Replicas,
        PetSet set => set.Replicas,
        DaemonSet => cluster is null ? 0 : ClusterPlaces.Count(cluster.NodePools),
        Job job => Math.Min(job.Parallelism, job.Completions ?? int.MaxValue),
        Pod => 1,
        _ => 0,
    };

    /// <summary>Tells a single object that asks for too many.</summary>
    public static bool IsTooLarge(ApiObject value, SourceNode place, Diagnostics diagnostics)
    {
        var pods = Of(value, null);
        if (pods <= Max) return false;
        diagnostics.Error(place, $"{value.Kind} {value.Key} asks for {pods:N0} pods; allowed are at most {Max:N0}");
        return true;
    }

    /// <summary>What a cluster has at the start, and what operations bring, an object that is changed at its largest.</summary>
    public static decimal Of(ClusterSpec cluster, IReadOnlyList<OperationSpec> operations)
    {
        var largest = new Dictionary<(string Kind, ObjectKey Key), long>();
        foreach (var value in cluster.Workloads.SelectMany(workload => workload.Objects)) Take(value.Kind, value.Key, Of(value, cluster));
        foreach (var operation in operations.Where(operation => operation.Cluster == cluster.Name))
        {
            if (operation is ScaleOperation scale) Take(scale.Kind, scale.Key, scale.Replicas);
            else if (operation is FileOperation files)
            {
                foreach (var value in files.Objects) Take(value.Kind, value.Key, Of(value, cluster));
            }
        }

        return largest.Values.Sum(pods => (decimal)pods);

        void Take(string kind, ObjectKey key, long pods) => largest[(kind, key)] = Math.Max(pods, largest.GetValueOrDefault((kind, key)));
    }
}
