using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Init containers run in order, once a sandbox, before anything else of their pod.</summary>
public sealed class InitStories
{
    [Fact]
    public void Each_runs_as_long_as_the_scenario_says_and_the_next_begins_after_its_end()
    {
        var story = Containers.Story().Runs(Cloning()).With(0.Seconds(), Pod()).RunFor(2.Minutes());
        Assert.Equal([("clone", 40.0, 0), ("elect", 5.0, 0)], Ends(story));
        var ends = story.Times(ObservationKind.InitContainerEnded, "web");

        // An end is seen within a second, a start takes half of one.
        Assert.InRange(ends[1] - ends[0], 5.5, 6.6);
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodServing, "web")) - ends[1], 0.5, 1.6);
    }

    [Fact]
    public void One_that_fails_is_restarted_with_back_off_and_those_before_it_are_not()
    {
        var application =
            Cloning() with { Init = [new InitSpec { RunsFor = Containers.Always(5) }, new InitSpec { Name = "elect", FailShare = 1 }] };
        var story = Containers.Story().Runs(application).With(0.Seconds(), Pod()).RunFor(5.Minutes());
        var ends = Ends(story);
        Assert.Equal(("clone", 5.0, 0), ends[0]);
        Assert.All(ends.Skip(1), end => Assert.Equal(("elect", 0.0, 1), end));
        var restarts = story.Times(ObservationKind.ContainerRestarted, "web");
        Assert.InRange(restarts.Count, 4, 6);
        Assert.True(
            restarts[1] - restarts[0] >= 10 && restarts[2] - restarts[1] >= 20 && restarts[3] - restarts[2] >= 40,
            string.Join(' ', restarts));
        Assert.Empty(story.Of(ObservationKind.PodServing));
    }

    [Fact]
    public void One_that_fails_in_a_pod_that_never_restarts_fails_the_pod()
    {
        var application = Cloning() with { Init = [new InitSpec { FailShare = 1 }] };
        var story = Containers.Story().Runs(application).With(0.Seconds(), Pod("Never")).RunFor(2.Minutes());
        Assert.Equal("clone", Assert.Single(Ends(story)).Name);
        Assert.Equal("Failed", Assert.Single(story.Of(ObservationKind.PodFinished)).Other);
        Assert.Empty(story.Of(ObservationKind.PodServing));
    }

    [Fact]
    public void A_container_that_restarts_does_not_bring_them_back()
    {
        var story = Containers.Story().Runs(Cloning()).With(0.Seconds(), Pod()).RunFor(2.Minutes());
        Assert.True(story.Machine(Containers.Node).CrashPod(new ObjectKey("default", "web")));
        story.RunFor(2.Minutes());
        Assert.Equal(2, Ends(story).Count);
        Assert.Equal(2, story.Times(ObservationKind.PodServing, "web").Count);
    }

    [Fact]
    public void A_sandbox_that_dies_brings_them_back()
    {
        var story = Containers.Story().Runs(Cloning() with { StopsIn = Containers.Always(4) }).With(0.Seconds(), Pod()).RunFor(2.Minutes());
        var before = Assert.Single(story.Pods("web")).Status;
        Assert.True(story.Machine(Containers.Node).KillSandbox(new ObjectKey("default", "web")));
        story.RunFor(2.Minutes());
        Assert.Equal(["clone", "elect", "clone", "elect"], Ends(story).Select(end => end.Name));
        var (stopped, serving) =
            (Assert.Single(story.Times(ObservationKind.PodStoppedServing, "web")), story.Times(ObservationKind.PodServing, "web"));
        Assert.Equal(120, stopped);

        // Seen within a second; then what still runs gets its grace.
        Assert.InRange(serving[1] - stopped, 50.5, 55);
        var after = Assert.Single(story.Pods("web")).Status;
        Assert.NotEqual(before.PodIP, after.PodIP);
        Assert.Equal([1], after.ContainerRestarts);
        Assert.All(story.Of(ObservationKind.ContainerRestarted), restart => Assert.Equal("Sandbox", restart.Other));
        Assert.Equal(3, story.Of(ObservationKind.ContainerRestarted).Count());
    }

    [Fact]
    public void A_settled_pod_whose_sandbox_dies_begins_anew()
    {
        var controller = Workloads.Controller("web", 1, 100);
        controller = controller with
        {
            Template =
                controller.Template with { Spec = controller.Template.Spec with { InitContainers = [Containers.Container("clone")] } },
        };
        var story = Story.Of(nodesPerZone: 1)
            .Runs(Cloning() with { SandboxDiesAfter = Containers.Always(600) })
            .With(0.Seconds(), Workloads.Service("web"), controller);
        story.RunFor(19.Minutes());
        Assert.Equal(["clone"], Ends(story).Select(end => end.Name));
        Assert.Equal(600, Assert.Single(story.Of(ObservationKind.PodStoppedServing)).At.TotalSeconds);
        Assert.Equal(1, story.Endpoints("web"));
        story.RunFor(5.Minutes());
        Assert.Equal(2, story.Of(ObservationKind.PodStoppedServing).Count());
    }

    /// <summary>docker_manager.go starts what belongs into a new sandbox without a look at the back-off.</summary>
    [Fact]
    public void Sandboxes_that_die_again_and_again_are_not_backed_off()
    {
        var story = Containers.Story().Runs(Containers.App("web") with { SandboxDiesAfter = Containers.Always(20) })
            .With(0.Seconds(), Containers.Pod("web")).RunFor(5.Minutes());
        var times = story.Times(ObservationKind.ContainerRestarted, "web");
        Assert.All(times.Skip(1).Zip(times, (later, earlier) => later - earlier), gap => Assert.InRange(gap, 20, 28));
        Assert.True(times.Count > 9);
    }

    [Fact]
    public void A_pod_that_never_restarts_dies_with_its_sandbox()
    {
        var story = Containers.Story()
            .Runs(Cloning() with { RunsFor = Containers.Always(1000) })
            .With(0.Seconds(), Pod("Never"))
            .RunFor(2.Minutes());
        Assert.True(story.Machine(Containers.Node).KillSandbox(new ObjectKey("default", "web")));
        story.RunFor(2.Minutes());
        Assert.Equal("Failed", Assert.Single(story.Of(ObservationKind.PodFinished)).Other);
        Assert.Equal(2, Ends(story).Count);
    }

    [Fact]
    public void They_run_again_after_a_reboot()
    {
        var story = Containers.Story().Runs(Cloning()).With(0.Seconds(), Pod());
        story.Node(Containers.Node).Reboots(at: 2.Minutes());
        story.RunFor(6.Minutes());
        Assert.Equal(["clone", "elect", "clone", "elect"], Ends(story).Select(end => end.Name));
        var serving = story.Times(ObservationKind.PodServing, "web");
        Assert.InRange(serving[1] - story.Times(ObservationKind.InitContainerEnded, "web")[3], 0.5, 1.6);
    }

    /// <summary>The largest one decides where the pod may go; on the node only what runs afterwards is counted.</summary>
    [Fact]
    public void A_large_one_counts_for_the_place_and_not_on_the_node()
    {
        var small = Workloads.Controller("small", 2, 1000);
        var pods = Enumerable.Range(1, 4).Select(i => Large($"large-{i}")).ToArray();
        var story = Story.Of(nodesPerZone: 1).With(0.Seconds(), small).With(1.Minutes(), pods).RunFor(3.Minutes());
        var taken = story.Pods("small").Select(pod => pod.NodeName).ToHashSet();
        Assert.Equal(2, taken.Count);
        Assert.All(pods, pod => Assert.DoesNotContain(Assert.Single(story.Pods(pod.Name)).NodeName, taken));
        Assert.All(pods, pod => Assert.True(Assert.Single(story.Pods(pod.Name)).IsReady));
    }

    private static Pod Large(string name)
    {
        var pod = Containers.Pod(name);
        return pod with
        {
            Spec = pod.Spec with
            {
                NodeName = "",
                InitContainers = [Containers.Container("big") with { Requests = Cpu(3500) }],
                Containers = [Containers.Container() with { Requests = Cpu(100) }],
            },
        };
    }

    private static ResourceList Cpu(long milli) => ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milli)));

    private static ApplicationSpec Cloning() => Containers.App("web") with
    {
        Init = [new InitSpec { RunsFor = Containers.Always(5) }, new InitSpec { Name = "clone", RunsFor = Containers.Always(40) }],
    };

    private static Pod Pod(string restartPolicy = "Always")
    {
        var pod = Containers.Pod("web", restartPolicy);
        return pod with { Spec = pod.Spec with { InitContainers = [Containers.Container("clone"), Containers.Container("elect")] } };
    }

    private static List<(string Name, double Ran, long ExitCode)> Ends(Story story) =>
        [.. story.Of(ObservationKind.InitContainerEnded).Select(fact => (fact.Other, Math.Round(fact.Value / 1e6, 3), fact.Extra))];
}
