using Simulator.Api;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>PetSets in whole clusters: order, identity, and what a lost node does to them.</summary>
public sealed class PetStories
{
    [Fact]
    public void Pets_start_one_after_the_other_each_when_the_one_before_is_ready()
    {
        var story = Story.Of(nodesPerZone: 2, start: ClusterStart.Empty)
            .With(1.Seconds(), Pets.Service("db"), Pets.Set("db", 4))
            .RunFor(2.Minutes());
        var (created, ready) = (story.TimesOf(ObservationKind.PodCreated), story.TimesOf(ObservationKind.PodReady));
        Assert.Equal(["default/db-0", "default/db-1", "default/db-2", "default/db-3"], created.Keys);
        for (var i = 1; i < 4; i++) Assert.InRange(created[$"default/db-{i}"] - ready[$"default/db-{i - 1}"], 0.001, 1);
    }

    [Fact]
    public void Without_the_annotation_a_set_stops_after_its_first_pet()
    {
        var story = Story.Of(nodesPerZone: 2, start: ClusterStart.Empty)
            .With(1.Seconds(), Pets.Service("db"), Pets.Set("db", 3, isInitialized: false))
            .RunFor(10.Minutes());
        Assert.Equal("db-0", Assert.Single(story.Pods("db")).Name);
    }

    [Fact]
    public void A_settled_set_that_nobody_initialized_has_its_first_pet()
    {
        var story = Story.Of(nodesPerZone: 2)
            .With(default, Pets.Service("db"), Pets.Set("db", 3, isInitialized: false))
            .RunFor(10.Minutes());
        Assert.Equal("db-0", Assert.Single(story.Pods("db")).Name);
        story = Story.Of(nodesPerZone: 2).With(default, Pets.Service("db"), Pets.Set("db", 3, isInitialized: false))
            .Runs(Containers.App("db") with { InitializedAfter = Containers.Always(60) }).RunFor(10.Minutes());
        Assert.Equal(3, story.Pods("db").Count);
    }

    [Fact]
    public void A_human_who_annotates_the_first_pet_lets_the_second_come()
    {
        var annotation = LabelSet.Of((WellKnownAnnotations.PetInitialized, "true"));
        var story = Story.Of(nodesPerZone: 2, start: ClusterStart.Empty)
            .With(1.Seconds(), Pets.Service("db"), Pets.Set("db", 3, isInitialized: false))
            .Does(new AnnotateOperation("Pod", new ObjectKey("default", "db-0"), annotation) { At = 5.Minutes(), Cluster = "east" })
            .RunFor(5.Minutes());
        Assert.Single(story.Pods("db"));
        story.RunFor(1.Minutes());
        Assert.Equal(["db-0", "db-1"], story.Pods("db").Select(pod => pod.Name));
    }

    [Fact]
    public void A_settled_set_does_nothing()
    {
        var story = Story.Of(nodesPerZone: 2).With(default, Pets.Service("db"), Pets.Set("db", 5)).RunFor(10.Minutes());
        Assert.Equal(5, story.Pods("db").Count);
        Assert.DoesNotContain(story.Observations, fact => fact.At > TimeSpan.Zero);
    }

    /// <summary>
    /// 1.3 knows no Deployment-like rush: the pet of a dead node is re-created when its object is gone, some 35 s after its eviction.
    /// </summary>
    [Fact]
    public void A_pet_of_a_dead_node_is_created_anew_only_when_its_object_is_gone()
    {
        var victim = Story.Of(nodesPerZone: 2).With(default, Pets.Service("db"), Pets.Set("db", 5)).RunFor(1.Minutes()).Pods("db")[2];
        var story = Story.Of(nodesPerZone: 2)
            .With(default, Pets.Service("db"), Pets.Set("db", 5))
            .Node(victim.NodeName)
            .LosesPower(at: 5.Minutes())
            .RunFor(15.Minutes());
        var (marked, removed, created) = (
            story.TimesOf(ObservationKind.PodDeletionMarked)["default/db-2"], story.TimesOf(ObservationKind.PodRemoved)["default/db-2"],
            story.TimesOf(ObservationKind.PodCreated)["default/db-2"]);
        Assert.InRange(marked, 595, 605);
        Assert.InRange(removed - marked, 30, 40);
        Assert.InRange(created - removed, 0.001, 0.2);
        Assert.True(story.Pods("db")[2].IsReady);
        Assert.NotEqual(victim.NodeName, story.Pods("db")[2].NodeName);
    }

    /// <summary>
    /// The pet that a sync of 1.3.10 happens to look at goes, if it is surplus at all; at the end the right ones are left.
    /// </summary>
    [Fact]
    public void Scaling_down_deletes_surplus_pets_in_any_order()
    {
        var orders = new HashSet<string>();
        for (var seed = 1UL; seed <= 6; seed++) orders.Add(string.Join(" ", ScaledDown(seed, PetList.OnePet)));
        Assert.True(orders.Count > 1, "the order does not depend on chance");
        Assert.Equal(["default/db-5", "default/db-4", "default/db-3", "default/db-2"], ScaledDown(seed: 1, PetList.AllPets));
    }

    [Fact]
    public void A_deleted_set_leaves_its_pets_behind()
    {
        var story = Story.Of(nodesPerZone: 2).With(default, Pets.Service("db"), Pets.Set("db", 3))
            .Does(new DeleteOperation("PetSet", new ObjectKey("default", "db")) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(10.Minutes());
        Assert.Equal(3, story.Pods("db").Count(pod => pod.IsReady));
    }

    [Fact]
    public void A_deletion_by_force_lets_the_name_come_back_at_once()
    {
        var story = Story.Of(nodesPerZone: 2).With(default, Pets.Service("db"), Pets.Set("db", 3))
            .Does(new DeleteOperation("Pod", new ObjectKey("default", "db-1"), TimeSpan.Zero) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(2.Minutes());
        Assert.InRange(story.TimesOf(ObservationKind.PodCreated)["default/db-1"], 60, 61);
    }

    private static IReadOnlyList<string> ScaledDown(ulong seed, PetList list)
    {
        var story = Story.Of(nodesPerZone: 2, seed, flags: new() { PetSets = new() { PetList = list } })
            .With(default, Pets.Service("db"), Pets.Set("db", 6))
            .Does(new ScaleOperation("PetSet", new ObjectKey("default", "db"), 2) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(30.Minutes());
        Assert.Equal(["db-0", "db-1"], story.Pods("db").Select(pod => pod.Name));
        return [.. story.Of(ObservationKind.PodDeletionMarked).Select(fact => fact.Subject)];
    }
}
