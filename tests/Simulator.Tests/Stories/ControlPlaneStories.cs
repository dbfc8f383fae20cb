using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.Engine;
using Simulator.World.Hosting;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Programs of the control plane fail: running pods go on serving, nothing is repaired until they are back.</summary>
public sealed class ControlPlaneStories
{
    private static readonly MasterOptions ThreeMasters = new() { Zones = ["", "", ""] };
    private static readonly MasterOptions MasterInEachZone = new() { Zones = ["a", "b", "c"] };

    [Fact]
    public void While_the_scheduler_is_down_pods_wait_and_are_placed_after()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 6).With("late", replicas: 6, at: 2.Minutes()).RunFor(1.Minutes());
        cluster.ControlPlane.Stop("scheduler-0", "test");
        cluster.RunFor(4.Minutes());
        Assert.Equal(6, cluster.Pods("late").Count);
        Assert.All(cluster.Pods("late"), pod => Assert.False(pod.IsAssigned));
        Assert.Equal(6, cluster.Endpoints("web"));

        var before = cluster.Cluster.Scheduler;
        cluster.ControlPlane.Start("scheduler-0");
        cluster.RunFor(10.Seconds());
        Assert.Equal(6, cluster.Endpoints("late"));
        Assert.NotSame(before, cluster.Cluster.Scheduler);
        Assert.Equal("scheduler-0", Assert.Single(cluster.Of(ObservationKind.ComponentStopped)).Subject);
        Assert.Equal("scheduler-0", Assert.Single(cluster.Of(ObservationKind.ComponentStarted)).Subject);
    }

    [Fact]
    public void Two_outages_of_one_program_end_with_the_second()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3).RunFor(1.Minutes());
        cluster.ControlPlane.Stop("scheduler-0", "one");
        cluster.ControlPlane.Stop("scheduler-0", "two");
        cluster.ControlPlane.Start("scheduler-0");
        Assert.False(cluster.ControlPlane.IsRunning("scheduler-0"));
        cluster.ControlPlane.Start("scheduler-0");
        Assert.True(cluster.ControlPlane.IsRunning("scheduler-0"));
        Assert.Throws<ArgumentException>(() => cluster.ControlPlane.Stop("scheduler-1", "one"));
    }

    [Fact]
    public void A_crashed_program_is_restarted_at_growing_intervals()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3).RunFor(1.Minutes());
        for (var i = 0; i < 4; i++)
        {
            cluster.ControlPlane.Crash("controller-manager-0");
            while (!cluster.ControlPlane.IsRunning("controller-manager-0")) cluster.RunFor(1.Seconds());
        }

        var (stops, starts) =
            (cluster.Of(ObservationKind.ComponentStopped).ToList(), cluster.Of(ObservationKind.ComponentStarted).ToList());
        Assert.Equal([3, 13, 23, 43], starts.Zip(stops, (start, stop) => (start.At - stop.At).TotalSeconds));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_standby_takes_over_from_a_crashed_controller_manager_and_heals(ulong seed)
    {
        var cluster = Story.Of(nodesPerZone: 3, ThreeMasters, seed).With("web", replicas: 9).RunFor(1.Minutes());
        Assert.Equal("controller-manager-0", cluster.ControlPlane.LeaderOf("controller-manager"));
        cluster.ControlPlane.Stop("controller-manager-0", "test");
        cluster.Delete(cluster.Pods("web")[0]);
        cluster.RunFor(40.Seconds());

        // 15 s after a candidate saw the last renewal, which it did up to 2 s before the crash or 4.4 s after, and up to 4.4 s until it
        // looks again.
        var change = Assert.Single(cluster.Of(ObservationKind.LeaderChanged));
        Assert.InRange((change.At - 1.Minutes()).TotalSeconds, 13, 22);
        Assert.Equal(change.Other, cluster.ControlPlane.LeaderOf("controller-manager"));
        Assert.Equal(9, cluster.Endpoints("web"));
        var created = Assert.Single(cluster.Of(ObservationKind.PodCreated));
        Assert.InRange((created.At - change.At).TotalSeconds, 0, 1);
    }

    [Fact]
    public void The_old_leader_comes_back_as_a_standby()
    {
        var cluster = Story.Of(nodesPerZone: 1, ThreeMasters).With("web", replicas: 3).RunFor(1.Minutes());
        cluster.ControlPlane.Stop("scheduler-0", "test");
        cluster.RunFor(1.Minutes());
        var leader = cluster.ControlPlane.LeaderOf("scheduler");
        cluster.ControlPlane.Start("scheduler-0");
        cluster.RunFor(10.Minutes());
        Assert.Equal(leader, cluster.ControlPlane.LeaderOf("scheduler"));
        Assert.NotEqual("scheduler-0", leader);
        Assert.Single(cluster.Of(ObservationKind.LeaderChanged));
    }

    [Fact]
    public void A_leader_that_is_cut_off_exits_before_a_standby_takes_over()
    {
        var cluster = Story.Of(nodesPerZone: 1, ThreeMasters).With("web", replicas: 3).RunFor(1.Minutes());
        cluster.ControlPlane.CutOff("scheduler-0");
        cluster.RunFor(1.Minutes());
        var exit = cluster.Of(ObservationKind.ComponentStopped).First();
        Assert.Equal(("scheduler-0", "lost-lease"), (exit.Subject, exit.Other));
        Assert.InRange((exit.At - 1.Minutes()).TotalSeconds, 7.9, 10.1);
        Assert.True(exit.At < Assert.Single(cluster.Of(ObservationKind.LeaderChanged)).At);
    }

    /// <summary>
    /// The new process takes every node for just probed: a node dead for four minutes is evicted five minutes after the restart, not one.
    /// </summary>
    [Fact]
    public void A_restart_of_the_controller_manager_restarts_the_eviction_timers()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9);
        cluster.Node("n-0001").LosesPower(at: 1.Minutes());
        cluster.RunFor(5.Minutes());
        cluster.ControlPlane.Crash("controller-manager-0");
        cluster.RunFor(8.Minutes());
        var restarted = Assert.Single(cluster.Of(ObservationKind.ComponentStarted));
        var evicted = cluster.Of(ObservationKind.NodeEvicted).First();
        Assert.InRange((evicted.At - restarted.At).TotalSeconds, 300, 315);
        Assert.Equal(9, cluster.Endpoints("web"));
    }

    [Fact]
    public void Losing_the_leader_of_etcd_holds_up_writes_for_an_election()
    {
        var cluster = Story.Of(nodesPerZone: 2, ThreeMasters)
            .With("web", replicas: 6)
            .With("late", replicas: 6, at: 61.Seconds())
            .RunFor(1.Minutes());
        cluster.ControlPlane.Stop(cluster.ControlPlane.LeaderOf("etcd"), "test");
        Assert.Equal("", cluster.ControlPlane.LeaderOf("etcd"));
        var revision = cluster.Cluster.Store.Revision;
        cluster.RunFor(TimeSpan.FromMilliseconds(999));
        Assert.Equal(revision, cluster.Cluster.Store.Revision);
        cluster.RunFor(30.Seconds());
        var elected = cluster.Of(ObservationKind.LeaderChanged).Last(change => change.Subject == "etcd");
        Assert.InRange((elected.At - 1.Minutes()).TotalSeconds, 1, 2);
        Assert.Equal(elected.Other, cluster.ControlPlane.LeaderOf("etcd"));
        Assert.Equal(6, cluster.Endpoints("late"));
        Assert.DoesNotContain(cluster.Of(ObservationKind.LeaderChanged), change => change.Subject != "etcd");
    }

    [Fact]
    public void A_follower_lost_is_not_noticed()
    {
        var cluster = Story.Of(nodesPerZone: 2, ThreeMasters).With("web", replicas: 6).RunFor(1.Minutes());
        cluster.ControlPlane.Stop("etcd-2", "test");
        cluster.RunFor(1.Minutes());
        Assert.Equal("etcd-0", cluster.ControlPlane.LeaderOf("etcd"));
        Assert.Empty(cluster.Of(ObservationKind.LeaderChanged));
    }

    [Fact]
    public void Without_a_majority_of_etcd_nothing_is_written_and_pods_serve_on()
    {
        var cluster = Story.Of(nodesPerZone: 2, ThreeMasters).With("web", replicas: 6);
        cluster.Node("n-0001").LosesPower(at: 2.Minutes());
        cluster.RunFor(1.Minutes());
        cluster.ControlPlane.Stop("etcd-0", "test");
        cluster.ControlPlane.Stop("etcd-1", "test");
        var revision = cluster.Cluster.Store.Revision;
        cluster.RunFor(20.Minutes());
        Assert.Equal(revision, cluster.Cluster.Store.Revision);
        Assert.Single(cluster.Of(ObservationKind.PodStoppedServing));

        // Leaders could not renew: they have exited, and one of each is elected when writes are possible again.
        cluster.ControlPlane.Start("etcd-1");
        cluster.RunFor(15.Minutes());
        Assert.NotEqual("", cluster.ControlPlane.LeaderOf("etcd"));
        Assert.NotEqual("", cluster.ControlPlane.LeaderOf("scheduler"));
        Assert.NotEqual("", cluster.ControlPlane.LeaderOf("controller-manager"));
        Assert.Equal(6, cluster.Endpoints("web"));
        Assert.True(cluster.Cluster.Store.Revision > revision);
    }

    [Fact]
    public void A_zone_takes_its_master_along_and_the_others_go_on()
    {
        var cluster = Story.Of(nodesPerZone: 3, MasterInEachZone).With("web", replicas: 9).RunFor(1.Minutes());
        cluster.ControlPlane.LoseZone("a", "power-loss");
        Assert.Equal(
            ["api-server-0", "controller-manager-0", "etcd-0", "scheduler-0"],
            cluster.Of(ObservationKind.ComponentStopped).Select(stopped => stopped.Subject));
        cluster.Delete(cluster.Pods("web")[0]);
        cluster.RunFor(1.Minutes());
        Assert.Equal(9, cluster.Endpoints("web"));
        cluster.ControlPlane.RegainZone("a");
        cluster.RunFor(2.Minutes());
        Assert.All(cluster.ControlPlane.Components, component => Assert.True(cluster.ControlPlane.IsRunning(component)));
    }

    [Fact]
    public void One_of_three_api_servers_lost_shows_only_in_watches_that_are_opened_again()
    {
        var cluster = Story.Of(nodesPerZone: 2, ThreeMasters)
            .With("web", replicas: 6)
            .With("late", replicas: 6, at: 65.Seconds())
            .RunFor(1.Minutes());
        cluster.ControlPlane.Stop("api-server-0", "test");
        cluster.RunFor(1.Minutes());
        Assert.NotEmpty(cluster.Of(ObservationKind.WatchReopened));
        Assert.All(cluster.Of(ObservationKind.WatchReopened), reopened => Assert.Equal(0, reopened.Value));
        Assert.Equal(6, cluster.Endpoints("late"));
        Assert.Empty(cluster.Of(ObservationKind.LeaderChanged));
        Assert.Empty(cluster.Of(ObservationKind.NodeReadyChanged));
    }

    [Fact]
    public void Watches_that_are_closed_after_half_an_hour_lose_no_event()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9);
        for (var i = 0; i < 40; i++) cluster.With($"w{i}", replicas: 2, at: 5.Minutes() * (i + 1));
        cluster.RunFor(TimeSpan.FromHours(4));
        var reopened = cluster.Of(ObservationKind.WatchReopened).ToLookup(watch => watch.Subject, watch => watch.At);
        Assert.Contains("scheduler-0", reopened.Select(watch => watch.Key));
        Assert.Contains("controller-manager-0/endpoint-controller", reopened.Select(watch => watch.Key));
        foreach (var watch in reopened)
        {
            var times = watch.Prepend(TimeSpan.Zero).ToList();
            for (var i = 1; i < times.Count; i++) Assert.InRange((times[i] - times[i - 1]).TotalMinutes, 30, 60.1);
        }

        SchedulerKnowsTheStore(cluster);
    }

    [Fact]
    public void A_scheduler_that_was_cut_off_for_longer_than_the_history_lists_again()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9).With("late", replicas: 6, at: 5.Minutes()).RunFor(1.Minutes());
        cluster.ControlPlane.CutOff("scheduler-0");
        var gone = cluster.Pods("web")[0];
        cluster.Delete(gone);
        cluster.RunFor(20.Minutes());
        Assert.NotNull(((Scheduler)cluster.Cluster.Scheduler).State.Cache.Find(gone.Key));
        Assert.All(cluster.Pods("late"), pod => Assert.False(pod.IsAssigned));
        cluster.ControlPlane.Reconnect("scheduler-0");
        cluster.RunFor(1.Minutes());
        Assert.Equal(1, cluster.Of(ObservationKind.WatchReopened).Single(watch => watch.Subject == "scheduler-0").Value);
        Assert.Equal(6, cluster.Endpoints("late"));
        SchedulerKnowsTheStore(cluster);
    }

    /// <summary>One call at a time: whoever comes second is told to come back after a second, and everything gets done later.</summary>
    [Fact]
    public void A_storm_of_calls_on_a_server_with_a_low_limit_is_held_up_not_lost()
    {
        var cluster = Story.Of(nodesPerZone: 2, new MasterOptions(), apiServer: new ApiServerOptions { MaxRequestsInflight = 2 })
            .With("web", replicas: 6)
            .With("late", replicas: 30, at: 1.Minutes());
        cluster.RunFor(3.Minutes());
        Assert.Equal(30, cluster.Endpoints("late"));
        var free = Story.Of(nodesPerZone: 2).With("web", replicas: 6).With("late", replicas: 30, at: 1.Minutes()).RunFor(3.Minutes());
        var (held, usual) = (cluster.Of(ObservationKind.PodReady).Last().At, free.Of(ObservationKind.PodReady).Last().At);
        Assert.InRange((held - usual).TotalSeconds, 1, 60);
    }

    [Fact]
    public void A_slow_api_server_slows_everything_that_goes_through_it()
    {
        var slow = Story.Of(nodesPerZone: 2).With("web", replicas: 6).With("late", replicas: 30, at: 1.Minutes()).RunFor(50.Seconds());
        slow.ControlPlane.SlowDown("api-server-0", 100);
        slow.RunFor(2.Minutes());
        slow.ControlPlane.SpeedUp("api-server-0", 100);
        var usual = Story.Of(nodesPerZone: 2).With("web", replicas: 6).With("late", replicas: 30, at: 1.Minutes()).RunFor(3.Minutes());
        Assert.InRange((slow.Of(ObservationKind.PodReady).Last().At - usual.Of(ObservationKind.PodReady).Last().At).TotalSeconds, 3, 30);
        Assert.Throws<NotSupportedException>(() => slow.ControlPlane.SlowDown("scheduler-0", 2));
    }

    /// <summary>Whatever fails, in whatever order and however often: when all is back, everything is as it should be.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Any_number_of_troubles_ends_in_a_cluster_that_works(ulong seed)
    {
        var cluster = Story.Of(nodesPerZone: 2, MasterInEachZone, seed).With("web", replicas: 6);
        for (var i = 0; i < 20; i++) cluster.With($"w{i}", replicas: 3, at: 3.Minutes() * (i + 1));
        cluster.RunFor(1.Minutes());
        var (random, ends) = (new RandomStream(seed), new List<Action>());
        var components = cluster.ControlPlane.Components.ToList();
        for (var i = 0; i < 120; i++)
        {
            Strike(cluster.ControlPlane, components[random.NextInt(components.Count)], random.NextInt(5), ends);
            if (ends.Count > 4) EndOne(ends, random.NextInt(ends.Count));
            cluster.RunFor(30.Seconds());
        }

        while (ends.Count > 0) EndOne(ends, 0);
        cluster.RunFor(TimeSpan.FromHours(1));
        Assert.All(components, component => Assert.True(cluster.ControlPlane.IsRunning(component)));
        Assert.All(
            new[] { "etcd", "scheduler", "controller-manager" }, election => Assert.NotEqual("", cluster.ControlPlane.LeaderOf(election)));
        Assert.Equal(6, cluster.Endpoints("web"));
        foreach (var late in cluster.Cluster.Store.List("ReplicationController"))
        {
            Assert.Equal(late.Name == "web" ? 6 : 3, cluster.Endpoints(late.Name));
        }
        SchedulerKnowsTheStore(cluster);

        // Leases are renewed all the time; between two calls nothing is in flight, or a call was lost count of.
        var replicas = cluster.Cluster.Server.Fleet.Replicas;
        for (var i = 0; i < 100 && replicas.Any(replica => replica.InFlight > 0); i++) cluster.RunFor(TimeSpan.FromMilliseconds(1));
        Assert.All(replicas, replica => Assert.Equal(0, replica.InFlight));
    }

    private static void Strike(SimulatedControlPlane plane, string component, int what, List<Action> ends)
    {
        if (what == 0)
        {
            plane.Crash(component);
        }
        else if (what == 1)
        {
            plane.CutOff(component);
            ends.Add(() => plane.Reconnect(component));
        }
        else if (what == 2)
        {
            plane.LoseZone("b", "test");
            ends.Add(() => plane.RegainZone("b"));
        }
        else
        {
            plane.Stop(component, "test");
            ends.Add(() => plane.Start(component));
        }
    }

    private static void EndOne(List<Action> ends, int which)
    {
        ends[which]();
        ends.RemoveAt(which);
    }

    private static void SchedulerKnowsTheStore(Story cluster)
    {
        var stored = cluster.Cluster.Store.List("Pod").Cast<Pod>().Where(pod => pod.IsAssigned && !pod.IsFinished).ToList();
        var cache = ((Scheduler)cluster.Cluster.Scheduler).State.Cache;
        Assert.Equal(stored.Count, cache.PodCount);
        Assert.All(stored, pod => Assert.Equal(pod.NodeName, cache.Find(pod.Key)?.Node.Name));
    }
}
