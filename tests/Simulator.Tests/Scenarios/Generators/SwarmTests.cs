using Simulator.Scenarios.Generators;
using Simulator.Tests.Cli;
using Simulator.World;
using Xunit;

namespace Simulator.Tests.Scenarios.Generators;

/// <summary>Random small worlds from seeds, held to all invariants; a sample of them twice.</summary>
public sealed class SwarmTests
{
    private const int Worlds = 200;
    private const int Sample = 20;

    [Fact]
    public void Two_hundred_worlds_hold_all_invariants()
    {
        var failures = new SortedDictionary<ulong, string>();
        Parallel.For(1, Worlds + 1, i =>
        {
            var run = SwarmRun.Of((ulong)i);
            var again = i <= Sample ? SwarmRun.Of((ulong)i).Digest : run.Digest;
            if (run.IsSound && run.Digest == again) return;
            lock (failures) failures.Add((ulong)i, $"simulator swarm --count 1 --seed {i} --check-digest\n{string.Join('\n', run.Broken.Take(3))}{run.Bug}");
        });
        Assert.True(failures.Count == 0, string.Join('\n', failures.Values));
    }

    [Fact]
    public void Worlds_are_varied()
    {
        var worlds = Enumerable.Range(1, Worlds).Select(i => SwarmWorld.Draw((ulong)i)).ToList();
        var kinds = worlds.SelectMany(world => world.Clusters[0].Workloads).SelectMany(workload => workload.Objects).Select(value => value.Kind).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["ConfigMap", "DaemonSet", "Deployment", "Job", "LimitRange", "Namespace", "PetSet", "Pod", "ReplicaSet", "ReplicationController", "ResourceQuota", "Service"], kinds);
        Assert.Equal(Enum.GetValues<OutageKind>(), worlds.SelectMany(world => world.Outages).Select(outage => outage.Kind).Distinct().Order());
        Assert.Contains(worlds, world => world.Clusters[0].Kubelet.EvictionHardMemory > 0);
        Assert.Contains(worlds, world => world.Clusters[0].Kubelet.Runtime == ContainerRuntime.Rkt);
        Assert.Contains(worlds, world => world.Clusters[0].Traffic.Any(traffic => traffic.Through == TrafficWay.Dns));
        Assert.Equal(7, worlds.Select(world => world.Duration).Distinct().Count());
        Assert.Equal(8, worlds.SelectMany(world => world.Operations).Select(operation => operation.GetType()).Distinct().Count());
        Assert.InRange(worlds.Max(world => world.Clusters[0].NodePools.Sum(pool => pool.Count)), 20, 30);
        Assert.Contains(worlds, world => world.Clusters[0].NodePools.Any(pool => pool.Taints.Count > 0));
    }

    [Fact]
    public void A_world_depends_on_its_seed_alone_and_has_words()
    {
        var words = ScenarioWords.Of(SwarmWorld.Draw(7)).ToList();
        Assert.Equal(words, ScenarioWords.Of(SwarmWorld.Draw(7)));
        Assert.NotEqual(words, ScenarioWords.Of(SwarmWorld.Draw(8)));
        Assert.StartsWith("cluster east: ", words[0]);
        Assert.Contains(words, line => line.StartsWith("  pool p0: ", StringComparison.Ordinal));
    }

    /// <summary>A world whose cluster cannot be built stands for any bug.</summary>
    [Fact]
    public void What_is_thrown_is_a_finding()
    {
        var world = SwarmWorld.Draw(1);
        var run = SwarmRun.Of(world with { Clusters = [world.Clusters[0], world.Clusters[0]] });
        Assert.False(run.IsSound);
    }

    [Fact]
    public void The_verb_says_how_many_held()
    {
        var answer = CommandLine.Run("swarm", "--count", "2", "--seed", "5", "--check-digest");
        Assert.Equal(0, answer.ExitCode);
        Assert.Matches($"^2 of 2 worlds held all {InvariantTable.All.Count} invariants over [0-9,]+ facts", answer.Out);
        Assert.Equal(2, CommandLine.Run("swarm", "--count", "0").ExitCode);
    }
}
