using Simulator.Library;
using Simulator.Tests.Quality;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Library;

public sealed class ExperimentTests
{
    private static ScenarioInCode Shop() => Simulate.Scenario("shop", TimeSpan.FromMinutes(12))
        .Cluster("east", "a", "b")
        .Nodes(4, "n1-standard-4")
        .Workload("Deployment", "web", replicas: 6, cpu: "500m", memory: "1Gi")
        .Outage("power-loss", zone: "b", at: TimeSpan.FromMinutes(1));

    [Fact]
    public void A_scenario_in_code_is_run_and_tells_its_measures()
    {
        var outcome = Shop().Run(seed: 1);
        Assert.Contains("the loss of b", outcome.Answer, StringComparison.Ordinal);
        Assert.InRange(outcome["recovery.allReplicasReady"]!.Value, 250, 600);
        Assert.Null(outcome["no.such.measure"]);
        Assert.True(outcome.MeetsExpectations);
    }

    [Fact]
    public void It_is_the_same_run_as_that_of_a_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(path, Shop().ToJson());
        try
        {
            Assert.Equal(Shop().Run(seed: 7).Digest, Simulate.File(path).Run(seed: 7).Digest);
            Assert.NotEqual(Shop().Run(seed: 7).Digest, Simulate.File(path).Run(seed: 8).Digest);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_value_is_set_by_its_path_in_another_experiment()
    {
        var shop = Shop().Ready();
        var faster = shop.Set("clusters[0].controlPlane.controller-manager.pod-eviction-timeout", "1m");
        Assert.True(faster.Run()["recovery.allReplicasReady"] < shop.Run()["recovery.allReplicasReady"]);
    }

    [Fact]
    public void An_observer_is_told_every_fact()
    {
        var facts = new Facts();
        Shop().Ready().Watch(facts).Run();
        Assert.Contains(ObservationKind.OutageStarted, facts.Kinds);
        Assert.Contains(ObservationKind.RunEnded, facts.Kinds);
    }

    [Fact]
    public void A_missed_expectation_is_told()
    {
        var outcome = Shop().Set("expect", "[{ measure: recovery.allReplicasReady, atMost: 10s }]").Run();
        Assert.False(outcome.MeetsExpectations);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var wrong = Assert.Throws<WrongInputException>(
            () => Simulate.Yaml("scenario: s\nduration: 5\nseed: minus\nclusters: [{ name: c, zones: [a] }]", "s.yaml").Run());
        Assert.Contains("s.yaml:2:11", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("s.yaml:3:7", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(3, wrong.Diagnostics.Errors.Count);
    }

    [Fact]
    public void A_pool_needs_a_cluster() =>
        Assert.Throws<InvalidOperationException>(() => Simulate.Scenario("s", TimeSpan.FromMinutes(1)).Nodes(1, "n1-standard-1"));

    [Fact]
    public void The_page_of_the_package_shows_the_sample() =>
        Assert.Contains(
            File.ReadAllText(Path.Combine(Repository.Folder("scenarios"), "library", "Program.cs")).ReplaceLineEndings("\n"),
            File.ReadAllText(Path.Combine(Repository.Folder("src"), "Simulator.Library", "README.md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);

    private sealed class Facts : IObserver
    {
        public HashSet<ObservationKind> Kinds { get; } = [];

        public void Observe(in Observation observation) => Kinds.Add(observation.Kind);
    }
}
