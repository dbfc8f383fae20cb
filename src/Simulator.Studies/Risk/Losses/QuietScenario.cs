using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Losses;

/// <summary>A scenario without what its file plans to go wrong: the troubles of a study are drawn.</summary>
public static class QuietScenario
{
    /// <summary>What has been down since long before stays down: that is the state of the cluster.</summary>
    public static Scenario Of(Scenario scenario) => scenario with
    {
        Outages = [.. scenario.Outages.Where(outage => outage.IsOld)],
        RandomOutages = [],
        Operations = [],
        Expectations = [],
        Clusters = [.. scenario.Clusters.Select(WithoutTraces)],
    };

    /// <summary>What is left out, in a sentence each.</summary>
    public static IEnumerable<string> LeftOut(Scenario scenario, bool hasRates)
    {
        List<string> outages = [.. scenario.Outages.Where(outage => !outage.IsOld)
            .Select(outage => $"{OutageKinds.Of(outage.Kind).Name} of {outage.Target}").Distinct()];
        if (outages.Count > 0)
        {
            yield return $"troubles at fixed times are left out, as all troubles are drawn: {Shortened(outages)}";
        }

        List<string> operations = [.. scenario.Operations.Select(operation => operation.Title).Distinct()];
        if (operations.Count > 0) yield return $"operations are left out: {Shortened(operations)}";
        if (scenario.Clusters.Any(HasTraces)) yield return "pods of traces are left out: they come at one time, and a trouble at any";
        if (hasRates && scenario.RandomOutages.Count > 0)
        {
            yield return "the scenario's random outages are left out: the rates file says what goes wrong";
        }
    }

    private static bool HasTraces(ClusterSpec cluster) => cluster.Workloads.Any(workload => workload.Arrivals is not null);

    private static ClusterSpec WithoutTraces(ClusterSpec cluster) =>
        HasTraces(cluster) ? cluster with { Workloads = [.. cluster.Workloads.Where(workload => workload.Arrivals is null)] } : cluster;

    private static string Shortened(List<string> all)
    {
        const int Shown = 3;
        return all.Count <= Shown ? Wording.Listed(all) : $"{Wording.Listed(all.Take(Shown))} and {all.Count - Shown} more";
    }
}
