using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// What there is of a cluster's objects when an operation comes: its workloads, and what operations before have made and deleted.
/// </summary>
internal sealed class KnownObjects
{
    private readonly HashSet<(string Cluster, string Kind, ObjectKey Key)> _made = [];
    private readonly HashSet<(string Cluster, string Kind, ObjectKey Key)> _deleted = [];

    public void Add(ClusterSpec cluster, string kind, ObjectKey key)
    {
        _made.Add((cluster.Name, kind, key));
        _deleted.Remove((cluster.Name, kind, key));
    }

    public void Remove(ClusterSpec cluster, string kind, ObjectKey key) => _deleted.Add((cluster.Name, kind, key));

    /// <summary>
    /// False after an error; an object that was deleted before is worth a remark only: what kubectl makes of it is told by the run.
    /// </summary>
    /// <param name="at">When the operation begins.</param>
    public bool Has(ClusterSpec cluster, string kind, ObjectKey key, TimeSpan at, SourceCursor cursor)
    {
        if (_deleted.Contains((cluster.Name, kind, key))) cursor.Remark($"an operation before deletes {kind} {key}");
        var known = Of(cluster, at).ToList();
        if (IsNamedInTheRun(kind, key, known) || known.Contains((kind, key))) return true;
        var names = known.Where(value => value.Kind == kind && value.Key.Namespace == key.Namespace)
            .Select(value => value.Key.Name)
            .ToList();
        cursor.Error($"no {kind} {key} at that time: neither a workload of cluster '{cluster.Name}' nor an operation before has "
            + $"it{Wording.DidYouMean(key.Name, names)}");
        return false;
    }

    private IEnumerable<(string Kind, ObjectKey Key)> Of(ClusterSpec cluster, TimeSpan at) =>
        cluster.Workloads.Where(workload => workload.At <= at)
            .SelectMany(workload => workload.Objects)
            .Select(value => (value.Kind, value.Key))
            .Concat(_made.Where(value => value.Cluster == cluster.Name).Select(value => (value.Kind, value.Key)));

    /// <summary>
    /// Pods of controllers, ReplicaSets of Deployments, claims of PetSets and volumes that are made for claims get their names in the run,
    /// so any name may be right.
    /// </summary>
    private static bool IsNamedInTheRun(string kind, ObjectKey key, List<(string Kind, ObjectKey Key)> known) => kind switch
    {
        "Pod" or "PersistentVolumeClaim" or "PersistentVolume" => true,
        "ReplicaSet" =>
            known.Exists(value => value.Kind == "Deployment"
                && value.Key.Namespace == key.Namespace
                && key.Name.StartsWith($"{value.Key.Name}-", StringComparison.Ordinal)),
        "Endpoints" => known.Contains(("Service", key)),
        "Namespace" => NamespaceCheck.IsAlwaysThere(key.Name),
        "ServiceAccount" => key.Name == "default",
        _ => false,
    };
}
