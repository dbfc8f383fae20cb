using Simulator.Api;
using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Generators;
using Simulator.Tests.Cli;
using Simulator.World.Invariants;
using Simulator.World.Specification;
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
            lock (failures)
            {
                failures.Add(
                    (ulong)i, $"simulator swarm --count 1 --seed {i} --check-digest\n{string.Join('\n', run.Broken.Take(3))}{run.Bug}");
            }
        });
        Assert.True(failures.Count == 0, string.Join('\n', failures.Values));
    }

    [Fact]
    public void Worlds_are_varied()
    {
        var worlds = Enumerable.Range(1, Worlds).Select(i => SwarmWorld.Draw((ulong)i)).ToList();
        var kinds = worlds.SelectMany(world => world.Clusters[0].Workloads)
            .SelectMany(workload => workload.Objects)
            .Select(value => value.Kind)
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            ["ConfigMap", "DaemonSet", "Deployment", "HorizontalPodAutoscaler", "Job", "LimitRange", "Namespace", "PersistentVolume",
                "PersistentVolumeClaim",
                "PetSet", "Pod", "ReplicaSet", "ReplicationController", "ResourceQuota", "Service"],
            kinds);
        Assert.Equal(
            OutageKinds.All.Where(facts => !facts.IsOfFederations).Select(facts => facts.Kind).Order(),
                worlds.SelectMany(world => world.Outages).Select(outage => outage.Kind).Distinct().Order());
        Assert.Contains(worlds, world => world.Clusters[0].Kubelet.EvictionHardMemory > 0);
        Assert.Contains(worlds, world => world.Clusters[0].Kubelet.Runtime == ContainerRuntime.Rkt);
        Assert.Contains(worlds, world => world.Clusters[0].Traffic.Any(traffic => traffic.Through == TrafficWay.Dns));
        Assert.Contains(worlds, world => world.Clusters[0].Traffic.Any(traffic => traffic.Client.Retries > 0));
        Assert.Contains(worlds, world => world.Clusters[0].Applications.Any(application => application.Load is { Serves: true }));
        Assert.Contains(worlds, world => world.Clusters[0].Applications.Any(application => application.Load is { Metrics.Count: > 0 }));
        Assert.Equal(7, worlds.Select(world => world.Duration).Distinct().Count());
        Assert.Equal(11, worlds.SelectMany(world => world.Operations).Select(operation => operation.GetType()).Distinct().Count());
        Assert.InRange(worlds.Max(world => world.Clusters[0].NodePools.Sum(pool => pool.Count)), 20, 30);
        Assert.Contains(worlds, world => world.Clusters[0].NodePools.Any(pool => pool.Taints.Count > 0));
    }

    [Fact]
    public void Some_worlds_are_federations()
    {
        var federations = Enumerable.Range(1, Worlds)
            .Select(i => SwarmWorld.Draw((ulong)i))
            .Where(world => world.Federation is not null)
            .ToList();
        Assert.InRange(federations.Count, Worlds / 20, Worlds / 3);
        Assert.Equal([2, 3, 4], federations.Select(world => world.Clusters.Count).Distinct().Order());
        Assert.Equal(2, federations.Select(world => world.Federation!.Mode).Distinct().Count());
    }

    [Fact]
    public void Worlds_keep_data_in_many_ways()
    {
        var clusters = Enumerable.Range(1, Worlds).Select(i => SwarmWorld.Draw((ulong)i)).Select(world => world.Clusters[0]).ToList();
        var objects = clusters.SelectMany(cluster => cluster.Workloads).SelectMany(workload => workload.Objects).ToList();
        Assert.Equal(
            ["Delete", "Recycle", "Retain"],
            objects.OfType<PersistentVolume>().Select(volume => volume.ReclaimPolicy).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(objects.OfType<PersistentVolume>(), volume => volume.Nfs is not null);
        Assert.Contains(objects.OfType<PersistentVolume>(), volume => volume is { AwsElasticBlockStore: not null, ClaimRef: not null });
        Assert.Equal([false, true], objects.OfType<PersistentVolumeClaim>().Select(claim => claim.IsProvisioned).Distinct().Order());
        Assert.Contains(
            objects.OfType<Deployment>(), deployment => deployment.Template.Spec.Volumes.Any(volume => volume.ClaimName is not null));
        Assert.Contains(objects.OfType<Service>(), service => service.ClusterIP == "None");
        Assert.Contains(objects.OfType<PetSet>(), set => set.Template.Spec.InitContainers.Count > 1);
        Assert.Equal([CloudKind.Gce, CloudKind.Aws], clusters.Select(cluster => cluster.ControllerManager.Cloud).Distinct().Order());
        Assert.Contains(clusters, cluster => cluster.Storage.AttachMax == 1);
        var applications = clusters.SelectMany(cluster => cluster.Applications).ToList();
        Assert.Equal(
            Enum.GetValues<StateKind>(),
            applications.Where(
                application => application.State is not null).Select(application => application.State!.Kind).Distinct().Order());
        Assert.Contains(
            applications, application => application is { InitializedAfter: not null, SandboxDiesAfter: not null, Init.Count: > 0 });
    }

    /// <summary>
    /// What each of them found has a story or a test of its own, but the last two: a disk was taken between its mount and the start of the
    /// container; a pod that etcd's freeze made the scheduler abandon.
    /// </summary>
    [Theory]
    [InlineData(129)]
    [InlineData(1057)]
    [InlineData(1245)]
    [InlineData(1280)]
    [InlineData(2772)]
    [InlineData(500886)]
    public void Worlds_that_found_something_are_sound(ulong seed)
    {
        var run = SwarmRun.Of(seed);
        Assert.True(run.IsSound, string.Join('\n', run.Broken.Take(3)) + run.Bug);
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

    [Fact]
    public void Whoever_stops_it_is_told_what_was_not_run()
    {
        var answer = CommandLine.Run(new CancellationToken(canceled: true), "swarm", "--count", "3");
        Assert.Equal(ExitCode.Interrupted, answer.ExitCode);
        Assert.Contains("0 of 0 worlds held all", answer.Out, StringComparison.Ordinal);
        Assert.EndsWith("; 3 were not run", answer.Out.TrimEnd(), StringComparison.Ordinal);
    }
}
