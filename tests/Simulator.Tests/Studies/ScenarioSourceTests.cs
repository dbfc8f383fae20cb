using Simulator.Studies.Runs;
using Simulator.Tests.Studies.Planning;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies;

public sealed class ScenarioSourceTests
{
    /// <summary>What the variants share is parsed once, and stays as it was read.</summary>
    [Fact]
    public void Manifests_are_read_once_for_all_variants()
    {
        using var town = new Town();
        var pods = town.Pod();
        var source = new ScenarioSource(town.Scenario(3, "{ manifests: [pods.yaml] }"));
        Assert.Single(source.Read([]).Scenario!.Clusters[0].Workloads[0].Objects);
        File.WriteAllText(pods, "kind: [");
        var variant = source.Read([new Setting("clusters[0].nodePools[0].count", "5")]);
        Assert.Equal(5, variant.Scenario!.Clusters[0].NodePools[0].Count);
        Assert.Single(variant.Scenario.Clusters[0].Workloads[0].Objects);
    }

    [Fact]
    public void What_is_wrong_with_a_manifest_is_told_of_each_variant()
    {
        using var town = new Town();
        town.Manifest("kind: [");
        var source = new ScenarioSource(town.Scenario(3, "{ manifests: [pods.yaml] }"));
        var first = source.Read([]).Diagnostics.Errors;
        Assert.Contains("pods.yaml", Assert.Single(first).File, StringComparison.Ordinal);
        Assert.Equal(first, source.Read([new Setting("clusters[0].nodePools[0].count", "5")]).Diagnostics.Errors);
    }
}
