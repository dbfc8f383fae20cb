using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Controllers.DaemonSets;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.LoadBalancers;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Queue;
using Simulator.Tests.ControlPlane.Scheduling;
using Xunit;
using static Simulator.Tests.Stories.Volumes;

namespace Simulator.Tests.ControlPlane;

/// <summary>Where the real program takes the first of a map: asked for at every event, and only where there is a choice.</summary>
public sealed class MapOrderTests
{
    private readonly LastByName _last = new();

    [Fact]
    public void A_change_of_a_replica_set_wakes_a_deployment_drawn_among_those_that_select_it_and_then_another()
    {
        var host = new InstantHost(new DeploymentController(new DeploymentOptions(), Instant.Start, _last));
        host.Put(Deployment("a", "v1"));
        host.Put(Assert.Single(host.All<ReplicaSet>()) with { Replicas = 3 });
        Assert.Empty(_last.Asked);

        host.Put(Deployment("b", "v2"));
        var set = host.All<ReplicaSet>()[0];
        _last.Asked.Clear();
        host.Put(set with { Status = set.Status with { Replicas = 7 } });
        Assert.Equal([2, 2], _last.Asked.Take(2));
    }

    [Fact]
    public void Daemons_come_to_nodes_in_the_order_of_a_map()
    {
        var host = new InstantHost(new DaemonSetController(new DaemonSetOptions(), Instant.Start, _last));
        foreach (var name in (string[])["a", "b", "c"]) host.Put(SmallCluster.Node(name));
        host.Put(new DaemonSet { Metadata = Meta("d"), Selector = Selector, Template = Template("v1") });
        Assert.Equal([("d-1", "c"), ("d-2", "a"), ("d-3", "b")], host.All<Pod>().Select(pod => (pod.Name, pod.NodeName)));
    }

    [Theory]
    [InlineData("same size", "b")]
    [InlineData("smaller first", "a")]
    [InlineData("reserved, whatever the size", "b")]
    [InlineData("sets of as many modes, whatever the size", "b")]
    public void Of_equal_volumes_a_claim_gets_any(string what, string expected)
    {
        var claim = Claim("c");
        var reserved = new ClaimReference(claim.Key, claim.Metadata.Uid);
        PersistentVolume[] volumes = what switch
        {
            "same size" => [Volume("a"), Volume("b"), Volume("big", "20Gi")],
            "smaller first" => [Volume("a"), Volume("b", "11Gi")],
            "reserved, whatever the size" =>
                [Volume("a", "10Gi") with { ClaimRef = reserved }, Volume("b", "50Gi") with { ClaimRef = reserved }],
            _ => [Volume("a", "10Gi", "ReadWriteOnce", "ReadOnlyMany"), Volume("b", "50Gi", "ReadWriteOnce", "ReadWriteMany")],
        };
        Assert.Equal(expected, VolumeMatch.Find(claim, volumes, _last)!.Name);
        Assert.Equal("a", VolumeMatch.Find(claim, volumes, NameOrder.Instance)!.Name);
        Assert.Equal(what == "smaller first" ? [] : [2], _last.Asked);
    }

    [Fact]
    public void Of_claims_that_wait_any_gets_the_volume_that_comes()
    {
        var host = new InstantHost(new PersistentVolumeController(new PersistentVolumeOptions(), Instant.Start, _last));
        host.Put(Claim("a"));
        host.Put(Claim("b"));
        host.Put(Volume("v"));
        host.RunUntil(TimeSpan.FromSeconds(40));
        Assert.Equal([ClaimPhase.Pending, ClaimPhase.Bound], host.All<PersistentVolumeClaim>().Select(claim => claim.Phase));
    }

    [Fact]
    public void Of_nodes_that_want_one_disk_any_is_the_first()
    {
        var host = new InstantHost(new AttachDetachController(new AttachDetachOptions(), Instant.Start, [], _last));
        foreach (var name in (string[])["n1", "n2"])
        {
            host.Put(new Node { Metadata = new ObjectMeta { Name = name } });
            host.Put(new Pod
            {
                Metadata = new ObjectMeta { Name = $"on-{name}", Namespace = "default", Uid = $"uid-{name}" },
                Spec = new PodSpec
                {
                    NodeName = name,
                    Volumes = [new Volume { Name = "data", GcePersistentDisk = new GcePersistentDisk("data", ReadOnly: false) }],
                },
            });
        }

        host.RunUntil(TimeSpan.FromSeconds(1));
        Assert.Equal("ATTACH data n2", host.Calls[0]);
    }

    [Fact]
    public void Nodes_that_vanish_together_enter_the_eviction_queue_in_the_order_of_a_map()
    {
        var loop = new NodeLifecycleController(
            new NodeLifecycleOptions(), Instant.Start, new NodeLifecycleHosting { Queueing = TimeSpan.FromMicroseconds(1), Order = _last });
        var host = new InstantHost(loop);
        Node[] nodes = [.. ((string[])["a", "b", "c"]).Select(name => SmallCluster.Node(name, "cpu=10 ready=True"))];
        foreach (var node in nodes) host.Put(node);
        host.RunUntil(TimeSpan.FromSeconds(1));
        foreach (var node in nodes) host.Delete(node);
        host.Put(SmallCluster.Node("d", "cpu=10 ready=True"));
        host.RunUntil(TimeSpan.FromSeconds(40));
        List<LifecycleNote> notes = [];
        loop.TakeNotes(notes);
        Assert.Equal(["c", "a", "b"], notes.Where(note => note.Kind == LifecycleNoteKind.NodeEvicted).Select(note => note.Node));
    }

    [Fact]
    public void Pods_whose_nodes_do_not_exist_are_deleted_in_the_order_of_a_map()
    {
        var host = new InstantHost(new NodeLifecycleController(
            new NodeLifecycleOptions(), Instant.Start, new NodeLifecycleHosting { Order = _last }));
        foreach (var name in (string[])["a", "b"]) host.Put(SmallCluster.Pod(name, node: "nowhere"));
        host.RunUntil(TimeSpan.FromSeconds(31));
        Assert.Equal(
            ["DELETE Pod b now", "DELETE Pod a now"], host.Calls.Where(call => call.StartsWith("DELETE", StringComparison.Ordinal)));
    }

    [Fact]
    public void Load_balancers_are_told_of_nodes_in_the_order_of_a_map()
    {
        var host = new InstantHost(new LoadBalancerController(new LoadBalancerOptions(), Instant.Start, _last));
        host.Put(SmallCluster.Node("n1", "cpu=10 ready=True"));
        foreach (var name in (string[])["a", "b"]) host.Put(SmallCluster.Service(name, name) with { Type = "LoadBalancer" });
        host.RunUntil(TimeSpan.FromSeconds(15));
        host.Put(SmallCluster.Node("n2", "cpu=10 ready=True"));
        host.Calls.Clear();
        host.RunUntil(TimeSpan.FromSeconds(25));
        Assert.Equal(["balance b over n1 n2", "balance a over n1 n2"], host.Calls);
    }

    [Fact]
    public void What_waits_comes_out_of_a_list_in_the_order_of_a_map()
    {
        var queue = new SchedulingQueue();
        foreach (var name in (string[])["a", "gone", "b", "c"]) queue.Add(SmallCluster.Pod(name));
        queue.Remove(new ObjectKey("default", "gone"));
        queue.Shuffle(_last);
        List<string> popped = [];
        while (queue.TryPop(out var pod)) popped.Add(pod.Name);
        Assert.Equal(["c", "a", "b"], popped);
    }

    private static readonly LabelSelector Selector = new() { MatchLabels = LabelSet.Of(("app", "web")) };

    private static ObjectMeta Meta(string name) => new() { Namespace = "default", Name = name };

    private static PodTemplate Template(string image) =>
        new() { Labels = Selector.MatchLabels, Spec = new PodSpec { Containers = [new Container { Name = "main", Image = image }] } };

    private static Deployment Deployment(string name, string image) =>
        new() { Metadata = Meta(name), Replicas = 2, Selector = Selector, Template = Template(image) };

    private sealed class LastByName : IMapOrder
    {
        public List<int> Asked { get; } = [];

        public int First(int count)
        {
            Assert.True(count > 1, "asked where there is no choice");
            Asked.Add(count);
            return count - 1;
        }
    }
}
