using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Disks follow their pods from node to node, and are at one node at a time.</summary>
public sealed class VolumeStories
{
    /// <summary>Where the settled database is.</summary>
    private const string Host = "n-0003";

    private const ObservationKind Attached = ObservationKind.DiskAttached;
    private const ObservationKind Detached = ObservationKind.DiskDetached;
    private const ObservationKind Forced = ObservationKind.DiskDetachForced;

    [Fact]
    public void A_settled_cluster_has_its_disks_and_writes_nothing()
    {
        var story = Story.Of(nodesPerZone: 1).WithDatabase();
        story.RunFor(1.Seconds());
        var (node, revision) = (story.Pods("db").Single().NodeName, story.Cluster.Store.Revision);
        Assert.Equal(node, story.At("data"));
        Assert.Equal(["kubernetes.io/gce-pd/data"], story.NodeObject(node).Status.VolumesAttached);
        Assert.Equal(["kubernetes.io/gce-pd/data"], story.NodeObject(node).Status.VolumesInUse);
        Assert.Equal(1, story.Endpoints("db"));
        story.RunFor(10.Minutes());
        Assert.Equal(revision, story.Cluster.Store.Revision);
    }

    [Fact]
    public void A_new_pod_waits_until_its_disk_is_told_in_use_attached_and_mounted()
    {
        var story = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty).WithDatabase();
        story.RunFor(2.Minutes());
        var (bound, attached, mounted, ready) = (
            Moment(story, ObservationKind.PodBound), Moment(story, Attached, "data"), Moment(story, ObservationKind.VolumesMounted),
            Moment(story, ObservationKind.PodReady));
        Assert.InRange(attached - bound, 3, 9.5);

        // Tries after 0, 0.5, 1.5, 3.5, 7.5, 15.5 s; mounting and the making of the file system of 10 GiB take a second.
        Assert.InRange(mounted - bound, 7.5, 17);
        Assert.InRange(ready - mounted, 0, 3);
    }

    /// <summary>Also if the cloud is done in no time.</summary>
    [Fact]
    public void Nothing_is_mounted_before_the_node_says_that_it_uses_it()
    {
        ApiObject[] disks = [.. Enumerable.Range(1, 3).SelectMany(i => Disks.Bound($"data-{i}"))];
        ApiObject[] pods = [.. Enumerable.Range(1, 3).Select(i => On($"n-000{i}", Containers.Pod($"db-{i}").Using($"data-{i}")))];
        var story = Story.Of(nodesPerZone: 1, new StorageOptions { Attach = Containers.Always(0.1) }, ClusterStart.Empty)
            .With(0.Seconds(), disks)
            .With(10.Seconds(), pods);
        HashSet<string> said = [];
        story.Cluster.Store.Committed += commit =>
        {
            if (commit.Object is not Node { Status.VolumesInUse.Count: > 0 } node || !said.Add(node.Name)) return;
            Assert.DoesNotContain(story.Of(ObservationKind.VolumesMounted), fact => fact.Other == node.Name);
        };
        story.RunFor(1.Minutes());
        Assert.Equal(3, said.Count);
        Assert.Equal(3, story.Of(ObservationKind.VolumesMounted).Count());
    }

    [Fact]
    public void A_disk_leaves_a_dead_node_six_minutes_after_its_pod()
    {
        var story = Story.Of(nodesPerZone: 1).WithDatabase();
        story.Node(Host).LosesPower(at: 1.Seconds());
        story.RunFor(20.Minutes());
        var (removed, forced, detached) =
            (Moment(story, ObservationKind.PodRemoved), Moment(story, Forced, "data"), Moment(story, Detached, "data"));
        Assert.InRange(removed, 300, 350);

        // Six minutes, and up to two more: the attaches to the new node that were refused hold it up.
        Assert.InRange(forced - removed, 360, 482);
        Assert.InRange(detached - forced, 3, 9.5);
        Assert.NotEqual(Host, story.At("data"));
        Assert.Equal(1, story.Endpoints("db"));
        InOrder(
            story, ObservationKind.PodDeletionMarked, ObservationKind.PodBound, ObservationKind.DiskAttachRefused,
            ObservationKind.PodRemoved, Forced, Detached, Attached, ObservationKind.VolumesMounted, ObservationKind.PodReady);
        Assert.Empty(story.NodeObject(Host).Status.VolumesAttached);
        Assert.Equal(["kubernetes.io/gce-pd/data"], story.NodeObject(Host).Status.VolumesInUse);
    }

    [Fact]
    public void A_drain_moves_a_disk_in_good_order_in_a_minute()
    {
        var story = Story.Of(nodesPerZone: 1).WithDatabase().Does(new DrainOperation(Host) { At = 1.Minutes(), Cluster = "east" });
        story.RunFor(10.Minutes());
        Assert.Empty(story.Of(Forced));
        Assert.NotEqual(Host, story.At("data"));
        Assert.InRange(Moment(story, ObservationKind.PodReady) - 60, 15, 90);
        InOrder(
            story, ObservationKind.PodDeletionMarked, ObservationKind.PodStoppedServing, ObservationKind.PodRemoved, Detached, Attached,
            ObservationKind.PodServing);
        Assert.Empty(story.NodeObject(Host).Status.VolumesInUse);
        Assert.Empty(story.NodeObject(Host).Status.VolumesAttached);
    }

    [Fact]
    public void A_machine_that_the_cloud_takes_away_gives_its_disks_back_at_once()
    {
        var story = Story.Of(nodesPerZone: 1, flags: new ControllerManagerOptions { CloudProvider = true }).WithDatabase();
        story.Node(Host).Vanishes(at: 1.Minutes());
        story.RunFor(10.Minutes());
        Assert.Equal(60, Moment(story, Detached, "data"));

        // Marked after 40 s and removed in the same pass, with its pods.
        Assert.InRange(Moment(story, ObservationKind.PodReady) - 60, 40, 80);
        Assert.Equal(1, story.Endpoints("db"));
    }

    [Fact]
    public void A_disk_of_a_dead_zone_stays_there_and_its_pod_waits()
    {
        var story = Story.Of(nodesPerZone: 2).WithDatabase(zone: "c");
        story.Zone("c").LosesPower(at: 1.Minutes());
        story.RunFor(30.Minutes());
        Assert.Equal("", Assert.Single(story.Pods("db")).NodeName);
        Assert.Equal(0, story.Endpoints("db"));
    }

    [Fact]
    public void A_node_in_another_zone_than_the_disk_is_refused()
    {
        var pod = Containers.Pod("db").Using("data");
        var story = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty).With(0.Seconds(), [.. Disks.Bound("data", "b"), pod]);
        story.RunFor(5.Minutes());
        Assert.Equal("", story.At("data"));
        Assert.Equal(("data", "n-0001", 3L), Refusal(story));
        Assert.Equal(PodPhase.Pending, Assert.Single(story.Pods("db")).Status.Phase);
    }

    [Fact]
    public void A_node_takes_as_many_disks_as_the_cloud_lets_it()
    {
        ApiObject[] objects = [.. Enumerable.Range(1, 3).SelectMany(i => (ApiObject[])[
            .. Disks.Bound($"data-{i}"), Containers.Pod($"db-{i}").Using($"data-{i}")])];
        var story = Story.Of(nodesPerZone: 1, new StorageOptions { AttachMax = 2 }, ClusterStart.Empty).With(0.Seconds(), objects);
        story.RunFor(5.Minutes());
        Assert.Equal(2, story.Cluster.Cloud.Disks.CountOn("n-0001"));
        Assert.Equal(2, Refusal(story).Why);
        story.Delete(story.Pods("db-1").Concat(story.Pods("db-2")).First(pod => pod.IsReady));
        story.RunFor(5.Minutes());
        Assert.Equal(2, story.Cluster.Cloud.Disks.CountOn("n-0001"));
        Assert.Equal(2, Enumerable.Range(1, 3).Count(i => story.Pods($"db-{i}") is [{ IsReady: true }]));
    }

    [Fact]
    public void A_settled_pod_of_two_disks_waits_on_a_node_that_takes_one()
    {
        ApiObject[] objects = [.. Disks.Bound("data-1"), .. Disks.Bound("data-2"), Containers.Pod("db").Using("data-1", "data-2")];
        var story = Story.Of(nodesPerZone: 1, new StorageOptions { AttachMax = 1 }).With(0.Seconds(), objects);
        story.RunFor(5.Minutes());
        Assert.Equal(PodPhase.Pending, Assert.Single(story.Pods("db")).Status.Phase);
        Assert.DoesNotContain(story.Observations, fact => fact.Kind == ObservationKind.PodServing);
    }

    /// <summary>Kubernetes issue 34242: what an earlier process attached and nobody wants any more, the new one does not know.</summary>
    [Fact]
    public void A_controller_manager_that_crashes_while_a_node_is_dead_leaves_the_disk_there_for_ever()
    {
        var story = Story.Of(nodesPerZone: 1).WithDatabase();
        story.Node(Host).LosesPower(at: 1.Seconds());
        story.RunFor(8.Minutes());
        Assert.NotEqual(Host, Assert.Single(story.Pods("db")).NodeName);
        story.ControlPlane.Crash("controller-manager-0");
        story.RunFor(2.Hours());
        Assert.Equal(Host, story.At("data"));
        Assert.Equal(0, story.Endpoints("db"));
        Assert.Empty(story.Of(Forced));
    }

    [Fact]
    public void A_cut_that_heals_before_the_force_gives_the_disk_back_in_good_order()
    {
        var story = Story.Of(nodesPerZone: 1).WithDatabase();
        story.Node(Host).IsCutOff(at: 1.Seconds(), lasting: 8.Minutes());
        story.RunFor(20.Minutes());
        Assert.Empty(story.Of(Forced));
        Assert.InRange(Moment(story, Detached, "data") - 481, 3, 135);
        InOrder(story, ObservationKind.NodeCameBack, ObservationKind.PodStoppedServing, Detached, Attached, ObservationKind.PodReady);
        Assert.Equal(1, story.Endpoints("db"));
    }

    [Fact]
    public void A_cut_that_lasts_costs_the_old_pod_its_disk_while_it_runs()
    {
        var story = Story.Of(nodesPerZone: 1).WithDatabase();
        story.Node(Host).IsCutOff(at: 1.Seconds(), lasting: 20.Minutes());
        story.RunFor(19.Minutes());
        var (stopped, detached) = (Moment(story, ObservationKind.PodStoppedServing), Moment(story, Detached, "data"));
        Assert.Equal(detached, stopped);
        InOrder(story, Forced, Detached, ObservationKind.PodStoppedServing, Attached, ObservationKind.PodReady);
        story.RunFor(10.Minutes());
        Assert.Single(story.Of(ObservationKind.PodStoppedServing));
        Assert.NotEqual(Host, story.At("data"));
        Assert.Empty(story.NodeObject(Host).Status.VolumesInUse);
        Assert.Equal(1, story.Endpoints("db"));
    }

    [Fact]
    public void A_node_that_reboots_mounts_what_it_still_has()
    {
        var story = Story.Of(nodesPerZone: 1).WithDatabase();
        story.Node(Host).Reboots(at: 1.Seconds());
        story.RunFor(5.Minutes());
        Assert.Empty(story.Of(Detached));
        Assert.Equal(Host, story.At("data"));
        Assert.InRange(Moment(story, ObservationKind.PodServing) - Moment(story, ObservationKind.VolumesMounted), 0, 2);
        Assert.Equal(1, story.Endpoints("db"));
    }

    [Fact]
    public void A_pod_that_has_finished_keeps_its_disk_until_its_object_is_gone()
    {
        var pod = Containers.Pod("job", "Never").Using("data");
        var story = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
            .Runs(Containers.App("job") with { RunsFor = Containers.Always(10) })
            .With(0.Seconds(), [.. Disks.Bound("data"), pod]);
        story.RunFor(10.Minutes());
        Assert.Equal(PodPhase.Succeeded, Assert.Single(story.Pods("job")).Status.Phase);
        Assert.Equal("n-0001", story.At("data"));
        story.Delete(story.Pods("job").Single());
        story.RunFor(1.Minutes());
        Assert.Equal("", story.At("data"));
    }

    [Fact]
    public void Two_pods_with_one_disk_share_a_node_or_the_second_waits()
    {
        var pod = Containers.Pod("late").Using("data");
        var story = Story.Of(nodesPerZone: 1).WithDatabase().With(1.Minutes(), pod);
        story.RunFor(10.Minutes());
        Assert.Equal(Host, story.At("data"));
        Assert.Equal(PodPhase.Pending, Assert.Single(story.Pods("late")).Status.Phase);
        Assert.Equal(("data", "n-0001", 1L), Refusal(story));
        Assert.Equal(1, story.Endpoints("db"));
    }

    [Fact]
    public void Of_settled_replicas_that_share_a_disk_one_runs_and_the_others_wait_for_it()
    {
        var story = Story.Of(nodesPerZone: 1)
            .With(0.Seconds(), [Workloads.Service("db"), .. Disks.Bound("data"), Workloads.Controller("db", 2, 100).Using("data")]);
        story.RunFor(10.Minutes());
        Assert.Equal(1, story.Endpoints("db"));
        Assert.Equal(2, story.Pods("db").Select(pod => pod.NodeName).Distinct().Count());
        Assert.Equal(story.Pods("db").Single(pod => pod.IsReady).NodeName, story.At("data"));
        story.Delete(story.Pods("db").Single(pod => pod.IsReady));
        story.RunFor(10.Minutes());
        Assert.Equal(story.Pods("db").Single(pod => pod.IsReady).NodeName, story.At("data"));
    }

    /// <summary>500 GiB at 40 ms each on an HDD, at 10 ms each on an SSD; a mount takes some tenths of a second beside it.</summary>
    [Theory]
    [InlineData(DiskClass.Hdd, 20)]
    [InlineData(DiskClass.Ssd, 5)]
    public void A_new_disk_gets_its_file_system_once(DiskClass kind, double seconds)
    {
        ApiObject[] objects = [.. Disks.Bound("data", gibibytes: 500), Containers.Pod("first").Using("data")];
        var story = Story.Of(nodesPerZone: 1, new StorageOptions { Class = kind, Attach = Containers.Always(1) }, ClusterStart.Empty)
            .With(0.Seconds(), objects);
        story.RunFor(5.Minutes());
        var first = Assert.Single(story.Of(ObservationKind.VolumesMounted)).Value / 1e6;
        story.Delete(story.Pods("first").Single());
        story.RunFor(2.Minutes());
        Assert.Equal("", story.At("data"));
        Assert.True(story.Disk("data").IsFormatted);

        // The tries of the kubelet are at 0, 0.5, 1.5, 3.5, 7.5 and 15.5 s.
        Assert.Contains([0, 0.5, 1.5, 3.5, 7.5, 15.5], tried => first - seconds - tried is > 0.19 and < 0.61);
    }

    [Fact]
    public void A_share_of_the_network_is_mounted_and_never_attached()
    {
        var pod = Containers.Pod("web");
        pod = pod with
        {
            Spec = pod.Spec with
            {
                Volumes = [new Volume { Name = "share", Nfs = new Nfs("server", "/") }, new Volume { Name = "scratch", IsEmptyDir = true }],
            },
        };
        var story = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty).With(0.Seconds(), pod).RunFor(1.Minutes());
        Assert.InRange(Assert.Single(story.Of(ObservationKind.VolumesMounted)).Value / 1e6, 0.2, 0.6);
        Assert.Empty(story.Of(Attached));
        Assert.Single(story.Of(ObservationKind.PodServing));
    }

    private static Pod On(string node, Pod pod) => pod with { Spec = pod.Spec with { NodeName = node } };

    private static (string Disk, string Node, long Why) Refusal(Story story)
    {
        var fact = Assert.Single(story.Of(ObservationKind.DiskAttachRefused));
        return (fact.Subject, fact.Other, fact.Value);
    }

    private static double Moment(Story story, ObservationKind kind, string subject = "") =>
        story.Of(kind).First(fact => fact.Subject == subject
            || (subject.Length == 0 && fact.Subject.StartsWith("default/db", StringComparison.Ordinal))).At.TotalSeconds;

    private static void InOrder(Story story, params ObservationKind[] kinds)
    {
        var left = new Queue<ObservationKind>(kinds);
        foreach (var fact in story.Observations.Where(fact => fact.At > TimeSpan.FromSeconds(1)))
        {
            if (left.TryPeek(out var next) && fact.Kind == next) left.Dequeue();
        }

        Assert.Empty(left);
    }
}
