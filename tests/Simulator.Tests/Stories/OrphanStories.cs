using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Pods whose object is gone are stopped by their kubelet with their own grace.</summary>
public sealed class OrphanStories
{
    private const ObservationKind Stopped = ObservationKind.PodStoppedServing;
    private const ObservationKind Removed = ObservationKind.PodRemoved;

    /// <summary>One pod that runs, and is deleted by force after ten seconds.</summary>
    private static Story Forced(ApplicationSpec application, Pod pod, TimeSpan then)
    {
        var story = Containers.Story().Runs(application).With(0.Seconds(), pod);
        return ForcedAt(story, 10.Seconds(), pod.Key).RunFor(10.Seconds() + then);
    }

    private static Story ForcedAt(Story story, TimeSpan at, ObjectKey pod) =>
        story.Does(new DeleteOperation("Pod", pod, TimeSpan.Zero) { At = at, Cluster = "east" });

    private static Pod Web(int grace, Container? container = null) =>
        WithGrace(Containers.Pod("web", "Always", container ?? Containers.Container()), grace);

    private static Pod WithGrace(Pod pod, int grace) => pod with { Spec = pod.Spec with { TerminationGracePeriod = grace.Seconds() } };

    private static ApplicationSpec Stopping(double seconds) => Containers.App("web") with { StopsIn = Containers.Always(seconds) };

    [Theory]
    [InlineData(false, 8, 0, 0, 2)]
    [InlineData(false, 8, 0, 30, 8)]
    [InlineData(false, 40, 0, 30, 30)]
    [InlineData(true, 0, 0, 30, 30)]
    [InlineData(true, 0, 0, 1, 2)]
    [InlineData(false, 1, 5, 30, 6)]
    [InlineData(true, 0, 2.5, 10, 10.5)]
    public void The_object_goes_at_once_and_the_containers_within_the_grace_of_the_pod(
        bool ignoresStop, double stopsIn, double hook, int grace, double stopped)
    {
        var application = Stopping(stopsIn) with { IgnoresStop = ignoresStop, PreStopTakes = Containers.Always(hook) };
        var story = Forced(application, Web(grace, Containers.Container() with { HasPreStop = hook > 0 }), 2.Minutes());
        Assert.InRange(Assert.Single(story.Times(Removed, "web")), 10, 10.1);
        Assert.InRange(Assert.Single(story.Times(Stopped, "web")) - 10, stopped, stopped + 0.1);
    }

    /// <summary>The second signal changes nothing: the first stop goes on to its end.</summary>
    [Fact]
    public void A_stop_that_is_under_way_is_not_shortened_by_force()
    {
        var story = Containers.Story().Runs(Containers.App("web") with { IgnoresStop = true }).With(0.Seconds(), Web(30));
        ForcedAt(story, 15.Seconds(), Web(30).Key).RunFor(10.Seconds());
        story.Delete(story.Pods("web").Single());
        story.RunFor(1.Minutes());
        Assert.InRange(Assert.Single(story.Times(Removed, "web")), 15, 15.1);
        Assert.InRange(Assert.Single(story.Times(Stopped, "web")), 40, 40.1);
    }

    [Fact]
    public void The_name_comes_to_the_same_node_and_both_run()
    {
        var story = Forced(Stopping(8), Web(30), 1.Seconds());
        story.Create(Web(30));
        story.RunFor(1.Minutes());

        // The name serves on and on: that its earlier life has ended is not told.
        Assert.Empty(story.Times(Stopped, "web"));
        Assert.Equal(2, story.Times(ObservationKind.PodServing, "web").Count);
        Assert.True(story.Pods("web").Single().IsReady);
        story.Delete(story.Pods("web").Single());
        story.RunFor(1.Minutes());
        Assert.InRange(Assert.Single(story.Times(Stopped, "web")), 79, 79.1);
    }

    [Fact]
    public void An_identity_that_runs_twice_on_one_node_is_told()
    {
        var pet = Web(30) with
        {
            Metadata = Web(30).Metadata with { CreatedBy = new ObjectReference("PetSet", new ObjectKey("default", "web"), "1") },
        };
        var story = Forced(Stopping(8), pet, 1.Seconds());
        story.Create(pet);
        story.RunFor(1.Minutes());
        var ended = Assert.Single(story.Of(ObservationKind.IdentityOverlapEnded));
        Assert.Equal($"{Containers.Node}|{Containers.Node}", ended.Other);
        Assert.InRange(ended.At.TotalSeconds, 18, 18.1);
        Assert.InRange(ended.Value, 6_000_000, 7_000_000);
    }

    [Fact]
    public void What_has_not_started_is_gone_at_once()
    {
        var story = Containers.Story(new KubeletOptions { ImagesPresent = false }).Runs(Stopping(8)).With(0.Seconds(), Web(30));
        ForcedAt(story, 10.Seconds(), Web(30).Key).RunFor(2.Minutes());
        Assert.Empty(story.Times(ObservationKind.PodServing, "web"));
        Assert.Single(story.Times(Removed, "web"));
    }

    [Fact]
    public void An_init_container_gets_its_time_too()
    {
        var pod = Web(30);
        pod = pod with { Spec = pod.Spec with { InitContainers = [Containers.Container("init")] } };
        var application = Stopping(8) with { InitRunsFor = Containers.Always(100) };
        var story = Containers.Story().Runs(application).With(0.Seconds(), pod).RunFor(10.Seconds());
        story.Delete(story.Pods("web").Single());
        story.RunFor(1.Minutes());
        Assert.InRange(Assert.Single(story.Times(Removed, "web")), 18, 19.4);
    }

    [Fact]
    public void A_silent_runtime_stops_nothing_until_it_answers()
    {
        var story = Containers.Story().Runs(Stopping(8)).With(0.Seconds(), Web(30));
        ForcedAt(story, 10.Seconds(), Web(30).Key).RunFor(9.Seconds()).Machine(Containers.Node).StopRuntime();
        story.RunFor(51.Seconds()).Machine(Containers.Node).StartRuntime();
        story.RunFor(1.Minutes());
        Assert.InRange(Assert.Single(story.Times(Stopped, "web")), 68, 68.1);
    }

    [Fact]
    public void Power_ends_what_is_stopping()
    {
        var story = Containers.Story().Runs(Stopping(20)).With(0.Seconds(), Web(30));
        story.Node(Containers.Node).LosesPower(at: 15.Seconds());
        ForcedAt(story, 10.Seconds(), Web(30).Key).RunFor(1.Minutes());
        Assert.Equal(15, Assert.Single(story.Times(Stopped, "web")), 3);
    }

    /// <summary>Somebody else can have the disk once nothing writes to it any more.</summary>
    [Fact]
    public void Its_disk_stays_mounted_until_its_containers_are_gone()
    {
        var pod = Database().RunFor(1.Minutes()).Pods("db").Single();
        var (story, node) = (ForcedAt(Database(), 1.Minutes(), pod.Key), pod.NodeName);
        story.RunFor(30.Seconds()).Update(story.NodeObject(node) with { Spec = story.NodeObject(node).Spec with { Unschedulable = true } });
        story.RunFor(10.Minutes());
        var (stopped, detached) = (story.Of(Stopped).Single().At, story.Of(ObservationKind.DiskDetached).Single().At);
        Assert.InRange(stopped.TotalSeconds, 85, 85.1);
        Assert.True(detached > stopped);
        Assert.Empty(story.Of(ObservationKind.DiskDetachForced));
        Assert.NotEqual(node, story.Pods("db").Single().NodeName);
        Assert.True(story.Pods("db").Single().IsReady);
    }

    /// <summary>It connects again, lists, and stops what is gone with its own grace.</summary>
    [Fact]
    public void After_a_cut_a_kubelet_lists_within_a_second_and_stops_what_has_gone()
    {
        var story = Containers.Story().Runs(Stopping(20)).With(0.Seconds(), Web(30));
        story.Node(Containers.Node).IsCutOff(at: 10.Seconds(), lasting: 20.Seconds());
        ForcedAt(story, 15.Seconds(), Web(30).Key).RunFor(2.Minutes());
        Assert.InRange(Assert.Single(story.Times(Stopped, "web")), 50, 51.1);
    }

    private static Story Database() =>
        Story.Of(nodesPerZone: 1).Runs(Containers.App("db") with { StopsIn = Containers.Always(25) }).WithDatabase();
}
