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
    public static decimal Of(ClusterSpec cluster, IReadOnlyList<OperationSpec> operations) =>
        Largest(cluster, Of(operations, cluster)).Values.Sum(pods => (decimal)pods);

    /// <summary>The same, each object that horizontal autoscalers scale at the largest that they may make it.</summary>
    public static decimal WithAutoscalers(ClusterSpec cluster, IReadOnlyList<OperationSpec> operations)
    {
        var mine = Of(operations, cluster);
        var largest = Largest(cluster, mine);
        foreach (var (kind, key, most) in Autoscaled(cluster, mine).Where(scaled => largest.ContainsKey((scaled.Kind, scaled.Key))))
        {
            Take(largest, kind, key, most);
        }

        return largest.Values.Sum(pods => (decimal)pods);
    }

    /// <summary>Why a number of pods is too large.</summary>
    /// <param name="pods">With what autoscalers may make.</param>
    /// <param name="asked">Without it.</param>
    public static string TooMany(decimal pods, decimal asked) => pods == asked
        ? $"asks for {pods:N0} pods; allowed are at most {Max:N0}"
        : $"asks for {pods:N0} pods, autoscaled objects at their maxReplicas; allowed are at most {Max:N0}";

    private static Dictionary<(string Kind, ObjectKey Key), long> Largest(ClusterSpec cluster, IReadOnlyList<OperationSpec> operations)
    {
        var largest = new Dictionary<(string Kind, ObjectKey Key), long>();
        foreach (var value in ObjectsOf(cluster, operations)) Take(largest, value.Kind, value.Key, Of(value, cluster));
        foreach (var scale in operations.OfType<ScaleOperation>()) Take(largest, scale.Kind, scale.Key, scale.Replicas);
        return largest;
    }

    private static IEnumerable<(string Kind, ObjectKey Key, int Most)> Autoscaled(
        ClusterSpec cluster, IReadOnlyList<OperationSpec> operations) =>
    [
        .. ObjectsOf(cluster, operations).OfType<HorizontalPodAutoscaler>()
            .Select(scaler => (scaler.TargetKind, scaler.Target, scaler.MaxReplicas)),
        .. operations.OfType<AutoscaleOperation>().Select(autoscale => (autoscale.Kind, autoscale.Key, autoscale.Max)),
    ];

    private static IEnumerable<ApiObject> ObjectsOf(ClusterSpec cluster, IReadOnlyList<OperationSpec> operations) =>
        cluster.Workloads.SelectMany(workload => workload.Objects)
            .Concat(operations.OfType<FileOperation>().SelectMany(files => files.Objects));

    private static IReadOnlyList<OperationSpec> Of(IReadOnlyList<OperationSpec> operations, ClusterSpec cluster) =>
        [.. operations.Where(operation => operation.Cluster == cluster.Name)];

    private static void Take(Dictionary<(string Kind, ObjectKey Key), long> largest, string kind, ObjectKey key, long pods) =>
        largest[(kind, key)] = Math.Max(pods, largest.GetValueOrDefault((kind, key)));
}
