using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Holds the parts of a scenario against each other and puts them together.</summary>
internal static class ScenarioAssembly
{
    public static Scenario Assemble(Placed<ScenarioDraft> placed, Func<string, string?> measureProblem)
    {
        var draft = placed.Value;
        if (draft.Clusters.Count == 0 && placed.Fields.Has("clusters")) placed.Fields.ErrorAt("clusters", "the list is empty; allowed is at least one cluster");
        UniqueNames.Check(draft.Clusters, cluster => cluster.Name, "cluster");
        var objects = new PlacedObjects();
        IReadOnlyList<ClusterSpec> clusters = [.. draft.Clusters.Select(cluster => ClusterAssembly.Assemble(cluster, draft.Duration, objects))];
        var outages = new OutageAssembly(clusters, draft.Duration).Assemble(draft.Outages);
        var replayed = new ReplayAssembly(clusters, draft.Duration).Assemble(draft.Replays);
        var operations = new OperationAssembly(clusters, draft.Duration, objects).Assemble(draft.Operations);
        TellOmissions(placed.Fields.Context.Diagnostics, clusters, objects);
        var choice = new ClusterChoice(clusters);
        foreach (var expectation in draft.Expectations) CheckMeasure(expectation, measureProblem);
        return new Scenario
        {
            Name = draft.Name,
            Seed = (ulong)draft.Seed,
            Duration = draft.Duration,
            Clusters = clusters,
            Outages = [.. outages, .. replayed],
            RandomOutages = [.. draft.RandomOutages.Select(random => choice.Of(random.Value.Cluster, random.Fields) is { } cluster ? random.Value.In(cluster.Name) : null).OfType<RandomOutageSpec>()],
            Operations = operations,
            Expectations = [.. draft.Expectations.Select(expectation => expectation.Value)],
        };
    }

    /// <summary>Errors come first: what they spoil would be told as missing.</summary>
    private static void TellOmissions(Diagnostics diagnostics, IReadOnlyList<ClusterSpec> clusters, PlacedObjects objects)
    {
        if (diagnostics.HasErrors) return;
        foreach (var cluster in clusters) ClusterRuleTable.TellTo(diagnostics, new ClusterView(cluster, objects.Of(cluster.Name)));
    }

    private static void CheckMeasure(Placed<Expectation> placed, Func<string, string?> problem)
    {
        if (placed.Value.Measure.Length > 0 && problem(placed.Value.Measure) is { } sentence) placed.Fields.ErrorAt("measure", sentence);
    }
}
