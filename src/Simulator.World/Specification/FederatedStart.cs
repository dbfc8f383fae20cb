using Simulator.Api;
using Simulator.ControlPlane.Federation.Replicas;

namespace Simulator.World.Specification;

/// <summary>A federation that has run for long has brought its objects into its members.</summary>
public static class FederatedStart
{
    /// <summary>
    /// The scenario with what is federated at time zero in every cluster that belongs to the federation by then: services, and ReplicaSets
    /// with the replicas that are planned for the cluster.
    /// </summary>
    public static Scenario Spread(Scenario scenario)
    {
        if (scenario.Federation is not { } federation || !IsSettled(scenario)) return scenario;
        List<ApiObject> objects = [.. federation.Workloads.Where(workload => workload.At == TimeSpan.Zero)
            .SelectMany(workload => workload.Objects)];
        return scenario with
        {
            Clusters = [.. scenario.Clusters.Select(cluster => federation.Members.Contains(cluster.Name)
                ? With(cluster, [.. objects.Select(value => In(cluster.Name, value, federation)).OfType<ApiObject>()])
                : cluster)],
        };
    }

    /// <summary>Members that start empty get their objects while the run goes on.</summary>
    public static bool IsSettled(Scenario scenario) => scenario.Federation is { } federation
        && scenario.Clusters.Where(cluster => federation.Members.Contains(cluster.Name))
            .All(cluster => cluster.Start == ClusterStart.Settled);

    /// <summary>Null: nothing of it is in this cluster.</summary>
    private static ApiObject? In(string cluster, ApiObject value, FederationSpec federation)
    {
        if (value is Service) return value;
        if (value is not ReplicaSet set) return null;
        var none = new Dictionary<string, long>();
        var plan = Planner.Plan(
            PreferencesText.Read(set.Metadata.Annotations),
            new ReplicaTask(set.Replicas, federation.Members, none, none, set.Key.ToString()));
        var replicas = plan.Replicas.GetValueOrDefault(cluster);
        return replicas > 0 ? set with { Replicas = (int)replicas } : null;
    }

    private static ClusterSpec With(ClusterSpec cluster, IReadOnlyList<ApiObject> objects)
    {
        var there = cluster.Workloads.SelectMany(workload => workload.Objects).Select(value => (value.Kind, value.Key)).ToHashSet();
        List<ApiObject> added = [.. objects.Where(value => !there.Contains((value.Kind, value.Key)))];
        return added.Count == 0
            ? cluster
            : cluster with { Workloads = [.. cluster.Workloads, new WorkloadSpec(TimeSpan.Zero, added)] };
    }
}
