using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>What DNS answers for pets, what humans do to them, and when an identity runs twice.</summary>
public sealed class PetNameStories
{
    private const string Db1 = "db-1.db.default.svc.cluster.local";

    private static Story Settled() => Story.Of(nodesPerZone: 2).With(default, Pets.Service("db"), Pets.Set("db", 3));

    private static List<Observation> ChangesOf(Story story, string name) =>
        [.. story.Observations.Where(fact => fact.Kind == ObservationKind.DnsNameChanged && fact.Subject == name)];

    [Fact]
    public void Settled_pets_have_names_from_the_start()
    {
        var story = Settled().RunFor(1.Minutes());
        Assert.Equal(story.Pods("db")[1].Status.PodIP, story.Cluster.Dns.Resolve(Db1));
        Assert.Null(story.Cluster.Dns.Resolve("db-3.db.default.svc.cluster.local"));
        Assert.Equal(3, story.Observations.Count(fact => fact.Kind == ObservationKind.DnsNameChanged && fact.At == TimeSpan.Zero));
        Assert.Empty(story.Of(ObservationKind.DnsNameChanged));
    }

    [Fact]
    public void Pods_without_host_names_have_no_names()
    {
        var story = Story.Of(nodesPerZone: 2).With("web", 3).RunFor(1.Minutes());
        Assert.DoesNotContain(story.Observations, fact => fact.Kind == ObservationKind.DnsNameChanged);
    }

    /// <summary>
    /// The old answer stands until the node is marked not ready, and is stale for as long; then there is none until the pet serves
    /// elsewhere.
    /// </summary>
    [Fact]
    public void Name_of_a_pet_on_a_lost_node_is_stale_until_the_endpoints_say_so()
    {
        var victim = Settled().RunFor(1.Minutes()).Pods("db")[1].NodeName;
        var story = Settled().Node(victim).LosesPower(at: 5.Minutes()).RunFor(20.Minutes());
        var changes = ChangesOf(story, Db1);
        Assert.Equal(3, changes.Count);
        Assert.Equal("", changes[1].Other);
        Assert.InRange(changes[1].At.TotalSeconds, 330, 350);
        Assert.Equal((changes[1].At - 5.Minutes()).TotalMicroseconds, changes[1].Value);
        Assert.Equal(story.Pods("db")[1].Status.PodIP, changes[2].Other);
        Assert.NotEqual(changes[0].Other, changes[2].Other);
        var ready = story.TimesOf(ObservationKind.PodReady)["default/db-1"];
        Assert.InRange(changes[2].At.TotalSeconds - ready, 0.001, 2);
        Assert.Equal(0, changes[2].Value);
    }

    [Fact]
    public void Stale_records_keep_the_old_address()
    {
        var victim = Settled().RunFor(1.Minutes()).Pods("db")[1].NodeName;
        var story = Settled().Node(victim).LosesPower(at: 5.Minutes())
            .Suffers(new OutageSpec { Kind = OutageKind.DnsStale, At = 4.Minutes(), For = Containers.Always(30 * 60), Cluster = "east" });
        var before = story.RunFor(1.Minutes()).Cluster.Dns.Resolve(Db1);
        Assert.Equal(before, story.RunFor(32.Minutes()).Cluster.Dns.Resolve(Db1));
        Assert.NotEqual(before, story.RunFor(2.Minutes()).Cluster.Dns.Resolve(Db1));
        Assert.Equal((34.Minutes() - 5.Minutes()).TotalMicroseconds, ChangesOf(story, Db1)[1].Value);
    }

    [Fact]
    public void Crash_makes_the_name_stale_for_as_long_as_nothing_serves()
    {
        var story = Settled().RunFor(1.Minutes());
        story.Machine(story.Pods("db")[1].NodeName).CrashPod(new ObjectKey("default", "db-1"));
        story.RunFor(1.Minutes());
        var changes = ChangesOf(story, Db1);
        Assert.Equal(["", changes[0].Other], changes.Skip(1).Select(fact => fact.Other));
        Assert.InRange(changes[1].Value, 1, 2_000_000);
    }

    [Fact]
    public void A_human_initializes_pet_after_pet()
    {
        var story = Story.Of(nodesPerZone: 2, start: ClusterStart.Empty)
            .Runs(Containers.App("db") with { InitializedAfter = Containers.Always(120) })
            .With(1.Seconds(), Pets.Service("db"), Pets.Set("db", 3, isInitialized: false)).RunFor(15.Minutes());
        var (created, ready, initialized) = (
            story.TimesOf(ObservationKind.PodCreated), story.TimesOf(ObservationKind.PodReady),
            story.TimesOf(ObservationKind.PetInitialized));
        Assert.Equal(3, initialized.Count);
        for (var i = 0; i < 3; i++) Assert.InRange(initialized[$"default/db-{i}"] - ready[$"default/db-{i}"], 120, 122);
        for (var i = 1; i < 3; i++) Assert.InRange(created[$"default/db-{i}"] - initialized[$"default/db-{i - 1}"], 0, 1);
    }

    [Fact]
    public void A_human_tries_again_while_the_API_server_is_away()
    {
        var story = Story.Of(nodesPerZone: 2, start: ClusterStart.Empty)
            .Runs(Containers.App("db") with { InitializedAfter = Containers.Always(120) })
            .With(1.Seconds(), Pets.Service("db"), Pets.Set("db", 1, isInitialized: false))
                .ApiServer()
                .GoesDown(at: 60.Seconds(), lasting: 3.Minutes())
                .RunFor(10.Minutes());
        Assert.InRange(Assert.Single(story.Of(ObservationKind.PetInitialized)).At.TotalSeconds, 240, 260);
    }

    /// <summary>Cut off, a kubelet does not hear that its pet was deleted by force: both lives run until it does.</summary>
    [Fact]
    public void Identity_runs_twice_behind_a_partition_until_it_heals()
    {
        var victim = Settled().RunFor(1.Minutes()).Pods("db")[1].NodeName;
        var story = Settled().Node(victim).IsCutOff(at: 5.Minutes(), lasting: 20.Minutes()).RunFor(40.Minutes());
        var began = Assert.Single(story.Of(ObservationKind.IdentityOverlapBegan));
        var ended = Assert.Single(story.Of(ObservationKind.IdentityOverlapEnded));
        Assert.Equal("default/db-1", began.Subject);
        Assert.Equal($"{victim}|{story.Pods("db")[1].NodeName}", began.Other);
        Assert.InRange(ended.At.TotalSeconds, 25 * 60, (25 * 60) + 15);
        Assert.Equal((long)(ended.At - began.At).TotalMicroseconds, ended.Value);
        Assert.Contains(story.Invariants.Exceptions, sentence => sentence.Contains("default/db-1", StringComparison.Ordinal));
    }

    [Fact]
    public void Identity_of_a_dead_node_runs_once()
    {
        var victim = Settled().RunFor(1.Minutes()).Pods("db")[1].NodeName;
        var story = Settled().Node(victim).LosesPower(at: 5.Minutes(), lasting: 20.Minutes()).RunFor(40.Minutes());
        Assert.Empty(story.Of(ObservationKind.IdentityOverlapBegan));
        Assert.Empty(story.Invariants.Exceptions);
    }

    [Fact]
    public void Pet_that_is_deleted_by_force_overlaps_with_its_successor_only_while_it_stops()
    {
        var story = Settled()
            .Does(new DeleteOperation("Pod", new ObjectKey("default", "db-1"), TimeSpan.Zero) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(5.Minutes());
        Assert.True(story.Of(ObservationKind.IdentityOverlapEnded).All(fact => fact.Value < 5_000_000));
    }
}
