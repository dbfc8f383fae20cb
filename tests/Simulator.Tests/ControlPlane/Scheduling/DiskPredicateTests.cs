using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>Predicates that remember what they counted: they see every change that matters.</summary>
public sealed class DiskPredicateTests
{
    private readonly ClusterState _state = new();

    public DiskPredicateTests() =>
        _state.Cache.SetNode(SmallCluster.Node("n") with
        {
            Metadata = new ObjectMeta { Name = "n", Labels = LabelSet.Of((WellKnownLabels.Zone, "a")) },
        });

    private NodeInfo Node => _state.Cache.Find("n")!;

    [Fact]
    public void A_pod_that_comes_and_one_that_goes_are_counted()
    {
        var predicate = TwoDisks();
        var pod = Pod("new", "c");
        Bind("a", "b", "c");
        Assert.True(predicate.Check(pod, Node, _state).IsFit);
        _state.Cache.AddPod(Pod("one", "a", "n"));
        Assert.True(predicate.Check(pod, Node, _state).IsFit);
        _state.Cache.AddPod(Pod("two", "b", "n"));
        Assert.False(predicate.Check(pod, Node, _state).IsFit);
        _state.Cache.RemovePod(Pod("one", "a").Key);
        Assert.True(predicate.Check(pod, Node, _state).IsFit);
    }

    [Fact]
    public void A_shared_disk_counts_once()
    {
        var predicate = TwoDisks();
        Bind("a", "b");
        _state.Cache.AddPod(Pod("one", "a", "n"));
        _state.Cache.AddPod(Pod("two", "b", "n"));
        Assert.True(predicate.Check(Pod("new", "a"), Node, _state).IsFit);
    }

    /// <summary>The claim of a pod on the node is missing, then there, then gone again; so is that of the pod to be placed.</summary>
    [Fact]
    public void Claims_that_come_and_go_are_noticed()
    {
        var predicate = TwoDisks();
        Bind("b");
        _state.Cache.AddPod(Pod("one", "a", "n"));
        _state.Cache.AddPod(Pod("two", "a", "n"));
        var pod = Pod("new", "b");
        Assert.False(predicate.Check(pod, Node, _state).IsFit); // two missing ones count as two
        Bind("a");
        Assert.True(predicate.Check(pod, Node, _state).IsFit);
        _state.RemoveClaim(new ObjectKey("default", "a"));
        Assert.False(predicate.Check(pod, Node, _state).IsFit);
        Bind("a");
        _state.Set(new PersistentVolumeClaim { Metadata = new ObjectMeta { Name = "b", Namespace = "default" } });
        Assert.Equal("claim b is not bound", predicate.Check(pod, Node, _state).Error);
    }

    [Fact]
    public void Another_disk_behind_a_volume_is_noticed()
    {
        var predicate = TwoDisks();
        Bind("a", "b", "c");
        _state.Cache.AddPod(Pod("one", "a", "n"));
        _state.Cache.AddPod(Pod("two", "b", "n"));
        Assert.False(predicate.Check(Pod("new", "c"), Node, _state).IsFit);
        _state.Set(Volume("b", disk: "a"));
        Assert.True(predicate.Check(Pod("new", "c"), Node, _state).IsFit);
    }

    [Fact]
    public void The_zone_of_a_claim_is_followed_anew_when_it_is_bound()
    {
        var predicate = new NoVolumeZoneConflict();
        var pod = Pod("new", "a");
        Assert.Equal("claim a does not exist", predicate.Check(pod, Node, _state).Error);
        Bind("a");
        Assert.True(predicate.Check(pod, Node, _state).IsFit);
        _state.Set(Volume("a") with { Metadata = new ObjectMeta { Name = "a", Labels = LabelSet.Of((WellKnownLabels.Zone, "b")) } });
        Assert.Equal("NoVolumeZoneConflict", predicate.Check(pod, Node, _state).Reason);
    }

    private static MaxVolumeCount TwoDisks() => MaxVolumeCount.OfGcePd(new SchedulerSettings { MaxVolumesOverride = 2 });

    private static Pod Pod(string name, string claim, string node = "")
    {
        var pod = SmallCluster.Pod(name, node: node);
        return pod with
        {
            Metadata = pod.Metadata with { Namespace = "default" },
            Spec = pod.Spec with { Volumes = [new Volume { Name = "data", ClaimName = claim }] },
        };
    }

    private static PersistentVolume Volume(string name, string? disk = null) =>
        new() { Metadata = new ObjectMeta { Name = name }, GcePersistentDisk = new GcePersistentDisk(disk ?? name, ReadOnly: false) };

    private void Bind(params string[] claims)
    {
        foreach (var claim in claims)
        {
            _state.Set(Volume(claim));
            _state.Set(new PersistentVolumeClaim { Metadata = new ObjectMeta { Name = claim, Namespace = "default" }, VolumeName = claim });
        }
    }
}
