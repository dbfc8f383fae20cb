using Simulator.Scenarios.Files.Assembly;
using Simulator.World.Explanation;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary>Which pods a run can have, without running it: a wrong name is told at once.</summary>
internal static class PossiblePods
{
    /// <returns>Null: there may be one of the name.</returns>
    public static string? Problem(Scenario scenario, PodQuery query)
    {
        // What users do may bring others, and traces are read as they come.
        if (scenario.Operations.Count > 0) return null;
        if (scenario.Clusters.Any(cluster => cluster.Workloads.Any(workload => workload.Arrivals is not null))) return null;
        var owners = scenario.Clusters.Where(cluster => query.Cluster is null || cluster.Name == query.Cluster)
            .SelectMany(cluster => cluster.Workloads)
            .SelectMany(workload => workload.Objects)
            .Where(PodNames.HasPods)
            .ToList();
        return owners.Exists(value => (query.Namespace is null || value.Namespace == query.Namespace) && PodNames.CanBe(value, query.Name))
            ? null
            : $"there is no pod '{query.Name}' in this run, and none of its workloads makes pods of such a name"
                + new NearNames(owners.Select(PodNames.BeginningOf)).To(query.Name);
    }
}
