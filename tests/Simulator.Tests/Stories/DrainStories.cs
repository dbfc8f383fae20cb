using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>kubectl drain of 1.3.10 deletes all pods of a node, or refuses.</summary>
public sealed class DrainStories
{
    private const string Node = "n-0001";

    [Fact]
    public void A_bare_pod_is_in_the_way_unless_forced()
    {
        var bare = BarePod(new PodSpec { Containers = Containers });
        Assert.Equal(
            "error: pods not managed by ReplicationController, ReplicaSet, Job, or DaemonSet (use --force to override): bare",
            Drain(new DrainOperation(Node) { Force = false, At = 1.Minutes(), Cluster = "east" }, 1, bare));
        Assert.Equal("Ok", Drain(new DrainOperation(Node) { At = 1.Minutes(), Cluster = "east" }, 0, bare));
    }

    [Fact]
    public void Local_data_is_in_the_way_unless_given_up()
    {
        var bare = BarePod(new PodSpec { Containers = Containers, Volumes = [new Volume { Name = "v", IsEmptyDir = true }] });
        Assert.Equal(
            "error: pods with local storage (use --delete-local-data to override): bare",
            Drain(new DrainOperation(Node) { DeleteLocalData = false, At = 1.Minutes(), Cluster = "east" }, 1, bare));
        Assert.Equal("Ok", Drain(new DrainOperation(Node) { At = 1.Minutes(), Cluster = "east" }, 0, bare));
    }

    [Fact]
    public void Daemons_stay_and_are_in_the_way_unless_ignored()
    {
        var agent = new DaemonSet
        {
            Metadata = new ObjectMeta { Name = "agent", Namespace = "default" },
            Selector = new LabelSelector { MatchLabels = LabelSet.Of(("app", "agent")) },
            Template = Workloads.Controller("agent", 1, 100).Template,
        };
        Assert.StartsWith(
            "error: DaemonSet-managed pods (use --ignore-daemonsets to ignore): agent-",
            Drain(new DrainOperation(Node) { IgnoreDaemonSets = false, At = 1.Minutes(), Cluster = "east" }, 1, agent));
        Assert.Equal("Ok", Drain(new DrainOperation(Node) { At = 1.Minutes(), Cluster = "east" }, 1, agent));
    }

    /// <summary>Fixed in 1.5: until then no flag helps.</summary>
    [Fact]
    public void A_pet_is_in_the_way_whatever_is_said() =>
        Assert.StartsWith(
            "error: Unknown controller kind \"PetSet\": db-",
            Drain(new DrainOperation(Node) { At = 1.Minutes(), Cluster = "east" }, 1, Pets.Service("db"), Pets.Set("db", 3)));

    [Fact]
    public void A_pod_whose_controller_is_gone_is_in_the_way()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Does(new DeleteOperation(
                "ReplicationController", new ObjectKey("default", "web"))
            { Cascade = false, At = 1.Minutes(), Cluster = "east" })
            .Does(new DrainOperation(Node) { At = 2.Minutes(), Cluster = "east" }).RunFor(4.Minutes());
        Assert.StartsWith("error: replicationcontrollers \"web\" not found: web-", cluster.Of(ObservationKind.OperationDone).Last().Other);
        Assert.Equal(3, cluster.Pods("web").Count);
    }

    [Fact]
    public void Asking_who_made_each_pod_takes_its_time()
    {
        var cluster = Story.Of(nodesPerZone: 1)
            .With("web", replicas: 60)
            .Does(new DrainOperation(Node) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(4.Minutes());
        var (first, last) = (cluster.Of(ObservationKind.PodDeletionMarked).First(), cluster.Of(ObservationKind.PodDeletionMarked).Last());

        // Two questions a pod and then one deletion, five calls a second after the first ten.
        Assert.InRange((first.At - 1.Minutes()).TotalSeconds, 6, 7.5);
        Assert.InRange((last.At - first.At).TotalSeconds, 3.5, 4.5);
    }

    private static IReadOnlyList<Container> Containers { get; } = Workloads.Controller("bare", 1, 100).Template.Spec.Containers;

    private static Pod BarePod(PodSpec spec) =>
        new() { Metadata = new ObjectMeta { Name = "bare", Namespace = "default" }, Spec = spec with { NodeName = Node } };

    /// <summary>The command's words; the node is cordoned in any case, and so many pods remain.</summary>
    private static string Drain(DrainOperation operation, int remaining, params ApiObject[] objects)
    {
        var cluster = Story.Of(nodesPerZone: 1).With(TimeSpan.Zero, objects).Does(operation).RunFor(3.Minutes());
        Assert.True(cluster.NodeObject(Node).Spec.Unschedulable);
        Assert.Equal(remaining, cluster.Cluster.Store.List("Pod").Cast<Pod>().Count(pod => pod.NodeName == Node));
        return Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other;
    }
}
