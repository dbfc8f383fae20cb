using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

public sealed class StartStories
{
    /// <summary>The one whose user chose the node has the later name, and there is room for one on each node.</summary>
    [Fact]
    public void Settled_pods_are_not_placed_over_those_whose_user_chose_the_node()
    {
        var cluster = Story.Of(nodesPerZone: 1)
            .With(TimeSpan.Zero, Big("a"), Big("b"), Big("z") with { Spec = Big("z").Spec with { NodeName = NodeOf("a") } })
            .RunFor(1.Minutes());
        var nodes = cluster.Cluster.Store.List("Pod").Cast<Pod>().Select(pod => pod.NodeName).ToList();
        Assert.Equal(3, nodes.Distinct().Count());

        static Pod Big(string name) =>
            new()
            {
                Metadata = new ObjectMeta { Name = name, Namespace = "default" },
                Spec = Workloads.Controller(name, 1, milliCpu: 3000).Template.Spec,
            };

        static string NodeOf(string pod)
        {
            var alone = Story.Of(nodesPerZone: 1).With(TimeSpan.Zero, Big(pod)).RunFor(1.Seconds());
            return alone.Cluster.Store.List("Pod").Cast<Pod>().Single().NodeName;
        }
    }

    [Fact]
    public void Pods_of_an_empty_cluster_are_created_at_the_clients_pace()
    {
        var cluster = Story.Of(nodesPerZone: 10, start: ClusterStart.Empty)
            .With("web", replicas: 230, at: 10.Seconds())
            .RunFor(1.Minutes());
        var created = cluster.Of(ObservationKind.PodCreated).Select(pod => pod.At.TotalSeconds).ToList();

        // A burst of 30, then 20 a second.
        Assert.Equal(230, created.Count);
        Assert.InRange(created[^1] - created[0], 9.5, 10.5);
        Assert.Equal(230, cluster.Endpoints("web"));
    }

    [Fact]
    public void Pod_is_ready_only_after_its_readiness_probe()
    {
        var probe = new Probe { InitialDelay = 30.Seconds() };
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
            .With("web", replicas: 1, at: 1.Seconds(), readinessProbe: probe)
            .RunFor(1.Minutes());
        var ready = Assert.Single(cluster.Of(ObservationKind.PodReady));
        Assert.InRange(ready.At.TotalSeconds, 31, 45);
    }

    [Fact]
    public void First_pod_of_an_image_on_a_node_waits_for_its_pull()
    {
        var kubelet = new KubeletOptions { ImagesPresent = false };
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty, kubelet: kubelet)
            .With("web", replicas: 3, at: 1.Seconds()).With("late", replicas: 3, at: 2.Minutes()).RunFor(3.Minutes());
        var ready = cluster.Of(ObservationKind.PodReady)
            .ToLookup(pod => pod.Subject.Contains("web", StringComparison.Ordinal), pod => pod.At.TotalSeconds);

        // 400 MB at 20 MB/s and a second on top.
        Assert.All(ready[true], at => Assert.InRange(at, 22, 26));
        Assert.All(ready[false], at => Assert.InRange(at, 120, 124));
    }

    [Fact]
    public void Pod_that_fits_nowhere_is_tried_again_in_growing_intervals()
    {
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
            .With("big", replicas: 1, milliCpu: 5000, at: 1.Seconds())
            .RunFor(70.Seconds());
        var tries = cluster.Of(ObservationKind.PodUnschedulable).Select(pod => pod.At.TotalSeconds).ToList();

        // At once, again when its own condition is written, then after 1, 2, 4, 8, 16 and 32 seconds.
        Assert.Equal(8, tries.Count);
        Assert.InRange(tries[1] - tries[0], 0, 0.2);
        for (var i = 2; i < tries.Count; i++) Assert.InRange(tries[i] - tries[i - 1], Math.Pow(2, i - 2) - 0.2, Math.Pow(2, i - 2) + 1);
    }

    [Fact]
    public void Pod_deleted_while_it_starts_never_serves()
    {
        var kubelet = new KubeletOptions
        {
            ContainerStartMin = 20.Seconds(),
            ContainerStartMax = 20.Seconds(),
            ContainerStopMax = 10.Minutes(),
        };
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty, kubelet: kubelet)
            .With("web", replicas: 1, at: 1.Seconds())
            .RunFor(10.Seconds());
        cluster.Delete(cluster.Pods("web").Single());
        cluster.RunFor(15.Minutes());
        Assert.Single(cluster.Of(ObservationKind.PodServing));
        Assert.Single(cluster.Of(ObservationKind.PodRemoved));
        Assert.Equal(1, cluster.Endpoints("web"));
    }
}
