using Simulator.World;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Disks follow their pods from node to node, and are at one node at a time.</summary>
public sealed class VolumeStories
{
    /// <summary>Where the settled database is.</summary>
    private const string Host = "n-0002";

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
        var (bound, attached, mounted, ready) = (Moment(story, ObservationKind.PodBound), Moment(story, Attached, "data"), Moment(story, ObservationKind.VolumesMounted), Moment(story, ObservationKind.PodReady));
        Assert.InRange(attached - bound, 3, 9.5);

        // Tries after 0, 0.5, 1.5, 3.5, 7.5, 15.5 s; mounting and the making of the file system of 10 GiB take a second.
        Assert.InRange(mounted - bound, 7.5, 17);
        Assert.InRange(ready - mounted, 0, 3);
    }

    [Fact]
    public void A_disk_leaves_a_dead_node_six_minutes_after_its_pod()
    {
        var story = Story.Of(nodesPerZone: 1).WithDatabase();
        story.Node(Host).LosesPower(at: 1.Seconds());
        story.RunFor(20.Minutes());
        var (removed, forced, detached) = (Moment(story, ObservationKind.PodRemoved), Moment(story, Forced, "data"), Moment(story, Detached, "data"));
        Assert.InRange(removed, 300, 350);

        // Six minutes, and up to two more: the attaches to the new node that were refused hold it up.
        Assert.InRange(forced - removed, 360, 482);
        Assert.InRange(detached - forced, 3, 9.5);
        Assert.NotEqual(Host, story.At("data"));
        Assert.Equal(1, story.Endpoints("db"));
        InOrder(story, ObservationKind.PodDeletionMarked, ObservationKind.PodBound, ObservationKind.DiskAttachRefused, ObservationKind.PodRemoved, Forced, Detached, Attached, ObservationKind.VolumesMounted, ObservationKind.PodReady);
        Assert.Empty(story.NodeObject(Host).Status.VolumesAttached);
        Assert.Equal(["kubernetes.io/gce-pd/data"], story.NodeObject(Host).Status.VolumesInUse);
    }

    private static double Moment(Story story, ObservationKind kind, string subject = "") =>
        story.Of(kind).First(fact => fact.Subject == subject || (subject.Length == 0 && fact.Subject.StartsWith("default/db", StringComparison.Ordinal))).At.TotalSeconds;

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
