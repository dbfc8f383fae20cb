using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Rules;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds the parts of a scenario against each other and puts them together.</summary>
internal static class ScenarioAssembly
{
    public static Scenario Assemble(Placed<ScenarioDraft> placed, IMeasureBook? measures)
    {
        var (draft, end) = (placed.Value, placed.Value.Duration);

        // A run that was served ended when somebody stopped it: what was planned is held against its own duration.
        if (draft.Served is { Planned: var planned }) draft = draft with { Duration = planned };
        if (draft.Clusters.Count == 0 && placed.Fields.Has("clusters"))
        {
            placed.Fields.ErrorAt("clusters", "the list is empty; allowed is at least one cluster");
        }
        UniqueNames.Check(draft.Clusters, cluster => cluster.Name, "cluster");
        DemandCheck.CheckNodes(draft.Clusters, placed.Fields);
        var objects = new PlacedObjects();
        IReadOnlyList<ClusterSpec> clusters = [.. draft.Clusters.Select(cluster => ClusterAssembly.Assemble(
            cluster, draft, objects))];
        var federation = new FederationAssembly(clusters, draft.Duration).Assemble(draft.Federation);
        var latencies = LatencyAssembly.Assemble(draft.Latencies, clusters, draft.Users);
        var users = new UserAssembly(clusters, latencies, ServicesOf(clusters, federation), draft.Duration).Assemble(draft.Users);
        if (draft.Users.Count > 0 && draft.Federation is null)
        {
            placed.Fields.ErrorAt("users", "the scenario has no federation: without one there are no names for which users could ask");
        }
        var named = new EventTimes(draft.Outages).Named(draft.Operations);
        var operations = new OperationAssembly(clusters, draft.Duration, objects)
        {
            Federation = federation,
            Origin = draft.Served?.Origin ?? DateTimeOffset.UnixEpoch,
        }.Assemble(draft.Operations);
        var outages = new OutageAssembly(clusters, draft.Duration, new PodNames(operations))
        {
            Federation = new FederationOutageAssembly(federation, RegionsOf(clusters, latencies)),
            Services = operations.Count > 0 ? null : ServicesOf(clusters, federation),
        }.Assemble(named);
        var replayed = new ReplayAssembly(clusters, draft.Duration).Assemble(draft.Replays);
        DemandCheck.CheckPods(clusters, operations, placed.Fields);
        TellOmissions(placed, clusters, objects, operations);
        var choice = new ClusterChoice(clusters);
        var scenario = new Scenario
        {
            Name = draft.Name,
            Seed = (ulong)draft.Seed,
            Duration = end,
            Clusters = clusters,
            Served = draft.Served,

            // Each draws from a stream of its number: what was begun by hand began after all that was planned.
            Outages = [.. outages.Where(outage => !outage.IsByHand), .. replayed, .. outages.Where(outage => outage.IsByHand)],
            RandomOutages = [.. draft.RandomOutages.Select(random => choice.Of(random.Value.Cluster, random.Fields) is { } cluster
                ? random.Value.In(cluster.Name)
                : null).OfType<RandomOutageSpec>()],
            Operations = operations,
            Federation = federation,
            Latencies = latencies,
            Users = users,
            Expectations = [.. draft.Expectations.Select(placed => new Expectation(
                placed.Value.Measure, placed.Value.AtLeast?.Value, placed.Value.AtMost?.Value))],
        };
        var check = new ExpectationCheck(measures);
        foreach (var expectation in draft.Expectations) check.Check(expectation, scenario);
        WorkCheck.Check(scenario, placed);
        MemoryCheck.Check(scenario, placed.Fields);
        return placed.Fields.Context.Diagnostics.HasErrors ? scenario : FederatedStart.Spread(scenario);
    }

    private static IReadOnlyList<string> RegionsOf(IReadOnlyList<ClusterSpec> clusters, RegionLatencies latencies) =>
        [.. clusters.Select(cluster => cluster.Region).Where(region => region.Length > 0).Concat(latencies.Regions).Distinct()
            .Order(StringComparer.Ordinal)];

    private static IReadOnlyList<ObjectKey> ServicesOf(IReadOnlyList<ClusterSpec> clusters, FederationSpec? federation) =>
        [.. clusters.SelectMany(cluster => cluster.Workloads).Concat(federation?.Workloads
            ?? []).SelectMany(workload => workload.Objects).OfType<Service>()
            .Select(service => service.Key).Distinct()];

    /// <summary>Errors come first: what they spoil would be told as missing.</summary>
    private static void TellOmissions(
        Placed<ScenarioDraft> scenario, IReadOnlyList<ClusterSpec> clusters, PlacedObjects objects, IReadOnlyList<OperationSpec> operations)
    {
        var diagnostics = scenario.Fields.Context.Diagnostics;
        if (diagnostics.HasErrors) return;
        foreach (var (cluster, draft) in clusters.Zip(scenario.Value.Clusters))
        {
            IReadOnlyList<SourceNode> traffic = [.. draft.Value.Traffic.Select(entry => entry.Fields.Node)];
            ClusterRuleTable.TellTo(
                diagnostics,
                new ClusterView(
                    cluster, objects.Of(cluster.Name), operations, traffic)
                { Applications = objects.ApplicationsOf(cluster.Name) });
        }
    }
}
