using Simulator.Engine;
using Simulator.World.Nodes.Heartbeats;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>When kubelets report, and what becomes of nodes whose kubelet reports late.</summary>
public sealed class HeartbeatStories
{
    [Fact]
    public void A_starving_kubelet_is_marked_and_comes_back_again_and_again()
    {
        var cluster = Story.Of(1).With("web", 3).Suffers(Starved(new Uniform(TimeSpan.Zero, 60.Seconds()), 1.Hours())).RunFor(2.Hours());
        var changes = cluster.Of(ObservationKind.NodeReadyChanged).ToList();
        Assert.All(changes, change => Assert.Equal("n-0001", change.Subject));
        Assert.InRange(changes.Count(change => change.Other == "Unknown"), 20, 60);
        Assert.Equal(changes.Count(change => change.Other == "Unknown"), changes.Count(change => change.Other == "True"));

        // In time again after the load, and nothing was evicted: no silence lasted five minutes.
        Assert.InRange(changes[^1].At.TotalMinutes, 55, 62);
        Assert.Empty(cluster.Of(ObservationKind.PodRemoved));
        Assert.Equal(3, cluster.Endpoints("web"));
    }

    /// <summary>A write every 10 s + delay; marked when 40 s have passed since the pass that saw the last one.</summary>
    [Theory]
    [InlineData(20, 0)]
    [InlineData(29, 0)]
    [InlineData(45, 1)]
    public void Only_delays_beyond_the_grace_period_are_noticed(int delay, int marks)
    {
        var cluster = Story.Of(1).With("web", 3).Suffers(Starved(new Constant(delay.Seconds()), 100.Seconds())).RunFor(4.Minutes());
        Assert.InRange(cluster.Of(ObservationKind.NodeReadyChanged).Count(change => change.Other == "Unknown"), marks, marks * 2);
    }

    [Fact]
    public void The_pods_of_a_node_that_flaps_leave_their_service_and_come_back()
    {
        var cluster = Story.Of(1).With("web", 3).Suffers(Starved(new Constant(60.Seconds()), 20.Minutes())).RunFor(30.Minutes());
        var ready = cluster.Of(ObservationKind.EndpointsChanged).Select(fact => fact.Value).ToList();
        Assert.Contains(2, ready);
        Assert.Equal(3, ready[^1]);
    }

    [Fact]
    public void Beats_of_the_past_do_not_change_when_somebody_asks_again()
    {
        var rhythm = new HeartbeatRhythm(3.Seconds(), 10.Seconds());
        var delay = new Uniform(TimeSpan.Zero, 60.Seconds());
        rhythm.Starve(delay, new RandomStreams(1)["late"], 100.Seconds());
        var asked = Enumerable.Range(0, 300).Select(second => rhythm.Last(second.Seconds())).ToList();
        rhythm.EndStarvation(delay, 300.Seconds());
        Assert.Equal(asked, Enumerable.Range(0, 300).Select(second => rhythm.Last(second.Seconds())));
        Assert.Equal(asked.Order(), asked);
        Assert.Equal(
            (93.Seconds(), 303.Seconds(), 313.Seconds()),
            (rhythm.Last(100.Seconds()), rhythm.Next(300.Seconds()), rhythm.Last(315.Seconds())));
    }

    [Theory]
    [InlineData(HeartbeatPhases.Spread, 15, 20)]
    [InlineData(HeartbeatPhases.Together, 1, 1)]
    public void Kubelets_report_anywhere_in_their_period_or_together(HeartbeatPhases phases, int least, int most)
    {
        var pool = new NodePoolSpec { Name = "n", Count = 20, Capacity = Workloads.Machine };
        var cluster = new ClusterSpec { Name = "east", Zones = ["a"], NodePools = [pool], HeartbeatPhases = phases };
        var run = new ScenarioRun(new Scenario { Name = "phases", Duration = 1.Minutes(), Clusters = [cluster] });
        run.Start();
        Assert.InRange(run.Clusters[0].Topology.Nodes.Select(node => node.Heartbeat.Next(10.Seconds())).Distinct().Count(), least, most);
    }

    private static OutageSpec Starved(IDistribution delay, TimeSpan lasting) => new()
    {
        Kind = OutageKind.SlowNode,
        At = 1.Minutes(),
        For = new Constant(lasting),
        Cluster = "east",
        Where = new Place(PlaceScope.Node, "n-0001"),
        Factor = 2,
        HeartbeatDelay = delay,
    };
}
