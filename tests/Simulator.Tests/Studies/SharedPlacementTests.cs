using Simulator.Reports.RunSets;
using Simulator.Scenarios.Files;
using Simulator.Studies.Farm;
using Simulator.Studies.Runs;
using Simulator.Studies.Starts;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies;

/// <summary>What runs share of their settled starts changes nothing of them, and is decided once.</summary>
public sealed class SharedPlacementTests : IDisposable
{
    private const int Pods = 60;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Town(string version, string more = "") => _folder.Write(
        "town.yaml",
        $$"""
        scenario: town
        duration: 8m
        clusters:
          - name: east
            zones: [a, b, c]
            nodePools: [{ name: p, machineType: n1-standard-4, count: 12, nodesPerRack: 2 }]
            controlPlane: { version: {{version}}, controller-manager: { pod-eviction-timeout: 1m } }
            workloads: [{ generate: { kind: ReplicationController, count: 3, replicas: {{Pods / 3}}, cpu: 200m, memory: 100Mi } }]
        outages: [{ at: 30s, kind: power-loss, rack: a-r01 }]
        {{more}}
        """);

    /// <summary>1.3.10 throws no dice where it places pods.</summary>
    [Fact]
    public void Seeds_share_one_placement_where_nobody_throws_dice() => Assert.Equal(Pods, DecisionsOf(Town("1.3.10"), [[]], seeds: 12));

    /// <summary>1.20.2 throws for every pod, so that only runs with the same dice place alike.</summary>
    [Fact]
    public void Dice_are_thrown_once_for_each_seed() => Assert.Equal(5 * Pods, DecisionsOf(Town("1.20.2"), [[], Slower, Longer], seeds: 5));

    /// <summary>The variants are read anew.</summary>
    [Fact]
    public void Variants_share_a_placement_that_they_do_not_change() =>
        Assert.Equal(Pods, DecisionsOf(Town("1.3.10"), [[], Slower, Longer], seeds: 4));

    /// <summary>With other replicas it is the same up to the first pod that the other has not.</summary>
    [Fact]
    public void A_variant_decides_from_where_it_differs()
    {
        Setting[] more = [new("clusters[0].workloads[0].generate.replicas", $"{(Pods / 3) + 5}")];
        Assert.Equal(Pods + (3 * ((Pods / 3) + 5)), DecisionsOf(Town("1.3.10"), [[], more], seeds: 3));
    }

    /// <summary>Machines that are down from the start are drawn.</summary>
    [Fact]
    public void Starts_that_differ_are_decided_apart()
    {
        var town = Town("1.3.10");
        const string Later = "at: 30s, kind: power-loss, rack: a-r01";
        const string Before = "at: long-before, kind: power-loss, zone: a, share: 0.5";
        File.WriteAllText(town, File.ReadAllText(town).Replace(Later, Before, StringComparison.Ordinal));
        Assert.InRange(DecisionsOf(town, [[]], seeds: 8), Pods + 1, 8 * Pods);
    }

    public static TheoryData<string> Shipped { get; } =
    [
        "guestbook.yaml", "studies/zone-lost.yaml", "stateful/kernel-upgrade-settled.yaml", "stateful/pet-or-controller.yaml",
        "stateful/galera-two-of-three.yaml", "measured-controller-manager-restart.yaml", "measured-1.20-preemption.yaml",
        "measured-1.20-drain-with-pdb.yaml", "federation/two-of-three.yaml", "elastic/php-apache.yaml",
    ];

    /// <summary>The runs of the first seed leave the trail, those of the others follow it as far as it leads.</summary>
    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_scenarios_run_as_they_do_alone(string file)
    {
        var scenario = ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", file)).Scenario!;
        if (scenario.Duration > TimeSpan.FromMinutes(12)) scenario = scenario with { Duration = TimeSpan.FromMinutes(12) };
        var placements = new SharedPlacements();
        foreach (var seed in (ulong[])[1, 2, 1, 3])
        {
            var seeded = scenario with { Seed = seed };
            var (alone, together) = (Started(seeded, null), Started(seeded, placements));
            Assert.Equal(
                alone.Clusters.Select(cluster => cluster.Scheduler.Memory.Mark),
                together.Clusters.Select(cluster => cluster.Scheduler.Memory.Mark));
            alone.Advance(scenario.Duration);
            together.Advance(scenario.Duration);
            Assert.Equal((seed, alone.Digest, alone.EventCount), (seed, together.Digest, together.EventCount));
        }
    }

    private static ScenarioRun Started(Scenario scenario, SharedPlacements? placements)
    {
        var run = new ScenarioRun(scenario) { Placements = placements };
        run.Start();
        return run;
    }

    private static Setting[] Slower => [new("clusters[0].controlPlane.controller-manager.pod-eviction-timeout", "3m")];

    private static Setting[] Longer => [new("duration", "9m")];

    /// <summary>Runs of all variants and seeds on four threads, each of which has to be what it is alone.</summary>
    private static long DecisionsOf(string file, Setting[][] variants, int seeds)
    {
        var source = new ScenarioSource(file);
        using var scratch = new ScratchFolder();
        using var journal = RunJournal.Begin(
            scratch.Path, new RunSetHeader { Scenario = "town", Version = "", Kubernetes = "", Command = "" });
        var runs = new VariantRuns(source, [], journal) { Threads = 4 };
        List<RunTask> tasks = [.. variants.SelectMany(settings => RunTask.Seeds(1, seeds).Select(seed => new RunTask(settings, seed)))];
        var rows = runs.Run(tasks, TestContext.Current.CancellationToken);
        var alone = tasks.Select(task => SingleRun.Of(
            new ScenarioSource(file).Read(task.Settings).Scenario! with { Seed = task.Seed }, [], TestContext.Current.CancellationToken));
        Assert.Equal(alone.Select(row => row.Digest), rows.Select(row => row.Digest));
        Assert.True(rows.Select(row => row.Digest).Distinct().Count() > 1);
        return runs.Placements.Decisions;
    }
}
