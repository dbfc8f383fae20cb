using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>kubectl delete of 1.3 takes apart what an object has made, where it knows how.</summary>
public sealed class DeleteStories
{
    private static readonly ObjectKey Web = new("default", "web");

    [Fact]
    public void A_replication_controller_goes_after_its_pods()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 5).Does(Delete("ReplicationController", Web));
        cluster.RunFor(61.Seconds());
        Assert.Equal(5, cluster.Endpoints("web"));
        cluster.RunFor(1.Seconds());
        Assert.Equal((0, 0), (cluster.Endpoints("web"), Find<ReplicationController>(cluster, Web)!.Replicas));
        cluster.RunFor(2.Minutes());
        Assert.Empty(cluster.Pods("web"));
        Assert.Null(Find<ReplicationController>(cluster, Web));
        Assert.Equal("Ok", Result(cluster));
    }

    [Fact]
    public void Without_cascade_its_pods_stay()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 5)
            .Does(new DeleteOperation("ReplicationController", Web) { Cascade = false, At = 1.Minutes(), Cluster = "east" });
        cluster.RunFor(3.Minutes());
        Assert.Equal((5, null), (cluster.Endpoints("web"), Find<ReplicationController>(cluster, Web)));
    }

    [Fact]
    public void Of_two_controllers_with_one_selector_only_the_object_goes()
    {
        var twin = Workloads.Controller("twin", 5, 100) with
        {
            Selector = LabelSet.Of(("app", "web")),
            Template = Workloads.Controller("web", 5, 100).Template,
        };
        var cluster = Story.Of(nodesPerZone: 2)
            .With("web", replicas: 5)
            .With(TimeSpan.Zero, twin)
            .Does(Delete("ReplicationController", Web));
        cluster.RunFor(3.Minutes());
        Assert.Equal((5, null), (cluster.Endpoints("web"), Find<ReplicationController>(cluster, Web)));
    }

    [Fact]
    public void A_controller_whose_selector_says_less_forbids_the_deletion()
    {
        var wide = Workloads.Controller("wide", 0, 100);
        var narrow = Workloads.Controller("web", 3, 100) with { Selector = LabelSet.Of(("app", "wide"), ("tier", "web")) };
        narrow = narrow with { Template = narrow.Template with { Labels = narrow.Selector } };
        var cluster = Story.Of(nodesPerZone: 2).With(TimeSpan.Zero, wide, narrow).Does(Delete("ReplicationController", Web));
        cluster.RunFor(3.Minutes());
        Assert.Equal(
            "error: Detected overlapping controllers for rc web: wide, please manage deletion individually with --cascade=false.",
            Result(cluster));
        Assert.NotNull(Find<ReplicationController>(cluster, Web));
    }

    [Fact]
    public void A_replica_set_goes_after_its_pods()
    {
        var cluster = Story.Of(nodesPerZone: 2)
            .With(TimeSpan.Zero, Workloads.Service("web"), Set())
            .Does(Delete("ReplicaSet", Web))
            .RunFor(3.Minutes());
        Assert.Empty(cluster.Pods("web"));
        Assert.Null(Find<ReplicaSet>(cluster, Web));
    }

    [Fact]
    public void A_deployment_goes_after_its_replica_sets()
    {
        var cluster = Story.Of(nodesPerZone: 2).With(TimeSpan.Zero, Workloads.Service("web"), Deployment())
            .Does(new SetImageOperation("Deployment", Web, "web:2", null) { At = 1.Seconds(), Cluster = "east" })
            .Does(Delete("Deployment", Web));
        // A second until its controller has seen the pause, then the two ReplicaSets one after the other: a second until each is scaled,
        // one until that is seen.
        cluster.RunFor(61.Seconds());
        Assert.Equal(4, cluster.Endpoints("web"));
        cluster.RunFor(4.Seconds());
        Assert.Equal(0, cluster.Endpoints("web"));
        cluster.RunFor(2.Minutes());
        Assert.Empty(cluster.Pods("web"));
        Assert.Empty(cluster.Cluster.Store.List("ReplicaSet"));
        Assert.Null(Find<Deployment>(cluster, Web));
        Assert.Equal("Ok", Results(cluster).Last());
    }

    [Fact]
    public void A_daemon_set_goes_when_no_node_has_its_pod()
    {
        var agent = new DaemonSet { Metadata = Meta("web"), Selector = Selected, Template = Workloads.Controller("web", 1, 100).Template };
        var cluster = Story.Of(nodesPerZone: 2).With(TimeSpan.Zero, agent).Does(Delete("DaemonSet", Web));
        cluster.RunFor(50.Seconds());
        Assert.Equal(6, cluster.Pods("web").Count);
        cluster.RunFor(2.Minutes());
        Assert.Empty(cluster.Pods("web"));
        Assert.Null(Find<DaemonSet>(cluster, Web));
        Assert.Equal("Ok", Result(cluster));
    }

    [Fact]
    public void A_job_goes_after_its_pods_the_finished_ones_too()
    {
        var cluster = Story.Of(nodesPerZone: 2).With(1.Seconds(), Job())
            .Does(Delete("Job", Web));
        cluster.RunFor(55.Seconds());
        Assert.Contains(cluster.Pods("web"), pod => pod.IsFinished);
        cluster.RunFor(2.Minutes());
        Assert.Empty(cluster.Pods("web"));
        Assert.Null(Find<Job>(cluster, Web));
        Assert.Equal("Ok", Result(cluster));
    }

    [Fact]
    public void A_pet_set_has_no_reaper()
    {
        var cluster = Story.Of(nodesPerZone: 1)
            .With(TimeSpan.Zero, Pets.Service("db"), Pets.Set("db", 3))
            .Does(Delete("PetSet", new ObjectKey("default", "db")))
            .RunFor(3.Minutes());
        Assert.Equal((3, null), (cluster.Pods("db").Count, Find<PetSet>(cluster, new ObjectKey("default", "db"))));
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        var cluster = Story.Of(nodesPerZone: 1).Does(Delete("Deployment", Web)).RunFor(3.Minutes());
        Assert.Equal("Error from server: deployments.extensions \"web\" not found", Result(cluster));
    }

    [Fact]
    public void Pods_that_nobody_takes_away_end_the_patience()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3).Does(Delete("ReplicationController", Web))
            .Suffers(new OutageSpec { Kind = OutageKind.ControllerManagerDown, At = 30.Seconds(), Cluster = "east" });
        cluster.RunFor(6.Minutes());
        Assert.Empty(Results(cluster));
        cluster.RunFor(1.Minutes());
        Assert.Equal("error: timed out waiting for the condition", Result(cluster));
        Assert.Equal((3, 0), (cluster.Pods("web").Count, Find<ReplicationController>(cluster, Web)!.Replicas));
    }

    private static LabelSelector Selected => new() { MatchLabels = LabelSet.Of(("app", "web")) };

    private static DeleteOperation Delete(string kind, ObjectKey key) => new(kind, key) { At = 1.Minutes(), Cluster = "east" };

    private static ObjectMeta Meta(string name) => new() { Name = name, Namespace = "default" };

    private static ReplicaSet Set() =>
        new() { Metadata = Meta("web"), Replicas = 4, Selector = Selected, Template = Workloads.Controller("web", 1, 100).Template };

    private static Deployment Deployment() =>
        new() { Metadata = Meta("web"), Replicas = 4, Selector = Selected, Template = Workloads.Controller("web", 1, 100).Template };

    private static Job Job()
    {
        var template = Workloads.Controller("web", 1, 100).Template;
        return new Job
        {
            Metadata = Meta("web"),
            Parallelism = 2,
            Completions = 100,
            Template = template with { Spec = template.Spec with { RestartPolicy = "Never" } },
        };
    }

    private static T? Find<T>(Story cluster, ObjectKey key)
        where T : ApiObject => cluster.Cluster.Store.Find<T>(typeof(T).Name, key);

    private static string Result(Story cluster) => Assert.Single(Results(cluster));

    private static IEnumerable<string> Results(Story cluster) => cluster.Of(ObservationKind.OperationDone).Select(fact => fact.Other);
}
