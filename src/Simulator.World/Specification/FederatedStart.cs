using Simulator.Api;

namespace Simulator.World.Specification;

/// <summary>A federation that has run for long has brought its objects into its members.</summary>
public static class FederatedStart
{
    /// <summary>
    /// The scenario with the services that are federated at time zero in every cluster that belongs to the federation by then.
    /// </summary>
    public static Scenario Spread(Scenario scenario)
    {
        if (scenario.Federation is not { } federation || !IsSettled(scenario)) return scenario;
        IReadOnlyList<ApiObject> objects =
        [
            .. federation.Workloads.Where(workload => workload.At == TimeSpan.Zero)
                .SelectMany(workload => workload.Objects)
                .OfType<Service>(),
        ];
        return scenario with
        {
            Clusters = [.. scenario.Clusters.Select(cluster => federation.Members.Contains(cluster.Name)
                ? With(cluster, objects)
                : cluster)],
        };
    }

    /// <summary>Members that start empty get their objects while the run goes on.</summary>
    public static bool IsSettled(Scenario scenario) => scenario.Federation is { } federation
        && scenario.Clusters.Where(cluster => federation.Members.Contains(cluster.Name))
            .All(cluster => cluster.Start == ClusterStart.Settled);

    private static ClusterSpec With(ClusterSpec cluster, IReadOnlyList<ApiObject> objects)
    {
        var there = cluster.Workloads.SelectMany(workload => workload.Objects).Select(value => (value.Kind, value.Key)).ToHashSet();
        List<ApiObject> added = [.. objects.Where(value => !there.Contains((value.Kind, value.Key)))];
        return added.Count == 0 ? cluster : cluster with { Workloads = [.. cluster.Workloads, new WorkloadSpec(TimeSpan.Zero, added)] };
    }
}
