using System.Globalization;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>
/// What happens to pets after the loss of their nodes, step by step: kept in Golden/pets, and the rules that every such sequence follows.
/// </summary>
public sealed class PetSequences
{
    private static readonly HashSet<ObservationKind> Told =
    [
        ObservationKind.PodStoppedServing, ObservationKind.PodNotReady, ObservationKind.PodDeletionMarked, ObservationKind.PodRemoved,
        ObservationKind.PodCreated,
        ObservationKind.PodBound, ObservationKind.PodServing, ObservationKind.PodReady, ObservationKind.DiskAttachRefused,
        ObservationKind.DiskDetachForced, ObservationKind.DiskDetached,
        ObservationKind.DiskAttached, ObservationKind.VolumesMounted, ObservationKind.InitContainerEnded, ObservationKind.StateChanged,
        ObservationKind.DataLost,
        ObservationKind.IdentityOverlapBegan, ObservationKind.IdentityOverlapEnded,
    ];

    private readonly Facts _facts = new();

    /// <summary>A rule that changes shows here as a line. To take the new sequence for the right one: REWRITE_PAGES=1.</summary>
    [Theory]
    [InlineData("galera-two-of-three")]
    [InlineData("zookeeper-zone")]
    [InlineData("partition-6-minutes")]
    public void Of_a_story_are_as_they_were(string name)
    {
        ShippedScenario.Run(Scenario(name), _facts);
        var actual = string.Concat(_facts.All.Select(fact => $"{Clock(fact.At)} {fact.Kind} {fact.Subject} {fact.Other}".TrimEnd() + "\n"));
        var file = Path.Combine(Repository.Folder("tests/Simulator.Tests/Golden/pets"), $"{name}.txt");
        if (Page.Rewrites) File.WriteAllText(file, actual);
        var expected = File.ReadAllText(file);
        Assert.True(actual == expected, $"{name} is another sequence now:\n{actual}");
    }

    /// <summary>
    /// Evicted five minutes after the last sign of life, or a few turns of ten seconds later; force-deleted 30 to 40 s later; created anew
    /// at once if no other pet is awaited; its disk free six minutes after its object is gone, or up to two minutes of back-off later.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Follow_from_the_loops(int seed)
    {
        var scenario = ScenarioReader.Read(Scenario("galera-two-of-three")).Scenario! with { Seed = (ulong)seed };
        var nodes = NodesOfPets(scenario);
        var outages =
            scenario.Outages.Select((outage, i) => outage with { Where = new Place(PlaceScope.Node, nodes[$"default/mysql-{i + 1}"]) });
        var run = new ScenarioRun(scenario with { Outages = [.. outages] }, _facts);
        run.Start();
        run.Advance(scenario.Duration);
        var created = new List<(double At, double Ready)>();
        foreach (var pet in new[] { "default/mysql-1", "default/mysql-2" })
        {
            var (marked, removed, anew, ready) = (
                At(ObservationKind.PodDeletionMarked, pet), At(ObservationKind.PodRemoved, pet), At(ObservationKind.PodCreated, pet),
                At(ObservationKind.PodReady, pet));
            Assert.InRange(marked, 300 + 290, 300 + 330);
            Assert.InRange(removed - marked, 30, 50);
            Assert.True(anew > removed && ready > anew);
            created.Add((anew, ready));
        }

        created.Sort();
        Assert.True(created[1].At >= created[0].Ready, "two pets were created at a time");
        var forced = _facts.All.Where(fact => fact.Kind == ObservationKind.DiskDetachForced).Select(fact => fact.At.TotalSeconds).ToList();
        Assert.Equal(2, forced.Count);
        Assert.All(forced, at => Assert.InRange(at, 300 + 290 + 30 + 360, 300 + 330 + 50 + 360 + 125));
        Assert.All(created.Take(1), pet => Assert.True(pet.Ready > forced.Min()));
    }

    private static Dictionary<string, string> NodesOfPets(Scenario scenario)
    {
        var run = new ScenarioRun(scenario);
        run.Start();
        return run.Clusters[0].Store.List("Pod").Cast<Simulator.Api.Pod>().ToDictionary(pod => pod.Key.ToString(), pod => pod.NodeName);
    }

    private double At(ObservationKind kind, string subject) =>
        _facts.All.First(fact => fact.Kind == kind && fact.Subject == subject).At.TotalSeconds;

    private static string Scenario(string name) => Path.Combine(Repository.Root, "scenarios", "stateful", $"{name}.yaml");

    private static string Clock(TimeSpan at) => at.ToString("h\\:mm\\:ss\\.fff", CultureInfo.InvariantCulture);

    private sealed class Facts : IObserver
    {
        public List<Observation> All { get; } = [];

        public void Observe(in Observation observation)
        {
            if (observation.At > TimeSpan.Zero && Told.Contains(observation.Kind)) All.Add(observation);
        }
    }
}
