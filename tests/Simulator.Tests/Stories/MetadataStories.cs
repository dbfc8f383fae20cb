using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>kubectl label, annotate, taint and set image.</summary>
public sealed class MetadataStories
{
    private static readonly ObjectKey Web = new("default", "web");

    [Fact]
    public void A_label_is_set_taken_away_and_not_overwritten_unawares()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Does(Label(1, ("a", "1"))).Does(Label(2, ("a", "2"))).Does(Label(3, ("a", "3")) with { Overwrite = true })
            .Does(new LabelOperation("Service", Web, LabelSet.Of(("b", "1")), ["a", "c"]) { At = 4.Minutes(), Cluster = "east" })
                .RunFor(5.Minutes());
        Assert.Equal(["Ok", "error: 'a' already has a value (1), and --overwrite is false", "Ok", "Ok"], Results(cluster));
        Assert.Equal("b=1", cluster.Cluster.Store.Find("Service", Web)!.Metadata.Labels.ToString());
    }

    [Fact]
    public void A_labelled_node_gets_the_pods_that_wait_for_it()
    {
        var waiting = Workloads.Controller("web", 2, 100);
        waiting = waiting with
        {
            Template = waiting.Template with { Spec = waiting.Template.Spec with { NodeSelector = LabelSet.Of(("disk", "ssd")) } },
        };
        var cluster = Story.Of(nodesPerZone: 1).With(TimeSpan.Zero, Workloads.Service("web"), waiting)
            .Does(new LabelOperation(
                "Node", new ObjectKey("", "n-0002"), LabelSet.Of(("disk", "ssd")), [])
            { At = 1.Minutes(), Cluster = "east" });
        cluster.RunFor(1.Minutes());
        Assert.Equal(0, cluster.Endpoints("web"));
        cluster.RunFor(3.Minutes());
        Assert.Equal(2, cluster.Endpoints("web"));
        Assert.All(cluster.Pods("web"), pod => Assert.Equal("n-0002", pod.NodeName));
    }

    [Fact]
    public void An_annotation_is_set_and_taken_away()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Does(new AnnotateOperation("Service", Web, LabelSet.Of(("a", "some text"))) { At = 1.Minutes(), Cluster = "east" })
            .Does(new AnnotateOperation("Service", Web, LabelSet.Of(("a", "other"), ("b", "more"))) { At = 2.Minutes(), Cluster = "east" })
            .Does(new AnnotateOperation("Service", Web, LabelSet.Of(("b", "more"))) { Removed = ["a"], At = 3.Minutes(), Cluster = "east" })
                .RunFor(5.Minutes());
        Assert.Equal(["Ok", "error: 'a' already has a value (some text), and --overwrite is false", "Ok"], Results(cluster));
        Assert.Equal("b=more", cluster.Cluster.Store.Find("Service", Web)!.Metadata.Annotations.ToString());
    }

    [Fact]
    public void A_tainted_node_keeps_its_pods_and_gets_no_new_ones_until_the_taint_goes()
    {
        var taint = new Taint("dedicated", "db", "NoSchedule");
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Does(new TaintOperation("n-0001", [taint], []) { At = 1.Minutes(), Cluster = "east" })
            .Does(new ScaleOperation("ReplicationController", Web, 9) { At = 2.Minutes(), Cluster = "east" })
            .Does(new TaintOperation("n-0001", [taint with { Value = "web" }], []) { At = 3.Minutes(), Cluster = "east" })
            .Does(new TaintOperation("n-0001", [], ["other"]) { At = 3.Minutes() + 10.Seconds(), Cluster = "east" })
            .Does(new TaintOperation("n-0001", [], ["dedicated"]) { At = 4.Minutes(), Cluster = "east" })
            .Does(new ScaleOperation("ReplicationController", Web, 12) { At = 5.Minutes(), Cluster = "east" });
        cluster.RunFor(210.Seconds());
        Assert.Single(cluster.Pods("web"), pod => pod.NodeName == "n-0001");
        Assert.Equal("""[{"key":"dedicated","value":"db","effect":"NoSchedule"}]""", cluster.NodeObject("n-0001").Metadata.Annotations[WellKnownAnnotations.Taints]);
        cluster.RunFor(5.Minutes());
        Assert.True(cluster.Pods("web").Count(pod => pod.NodeName == "n-0001") > 1);
        Assert.Equal(
            ["Ok", "Ok", "error: Node 'n-0001' already has a taint ({Key:dedicated Value:web Effect:NoSchedule}), and --overwrite is "
                + "false", "error: taint key=\"other\" not found.", "Ok", "Ok"],
            Results(cluster));
    }

    [Theory]
    [InlineData("c", "web:2 log:1", "Ok")]
    [InlineData(null, "web:2 log:1", "Ok")]
    [InlineData("*", "web:2 web:2", "Ok")]
    [InlineData("d", "web:1 log:1", "error: unable to find container named \"d\"")]
    public void The_image_of_one_container_or_of_all_is_set(string? container, string images, string result)
    {
        var controller = Workloads.Controller("web", 1, 100);
        var first = controller.Template.Spec.Containers[0];
        controller = controller with
        {
            Template = controller.Template with
            {
                Spec = new PodSpec { Containers = [first, first with { Name = "log", Image = "log:1", Ports = [] }] },
            },
        };
        var cluster = Story.Of(nodesPerZone: 1)
            .With(TimeSpan.Zero, controller)
            .Does(new SetImageOperation("ReplicationController", Web, "web:2", container) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(2.Minutes());
        Assert.Equal([result], Results(cluster));
        Assert.Equal(
            images,
            string.Join(
                ' ',
                cluster.Cluster.Store.Find<ReplicationController>(
                    "ReplicationController", Web)!.Template.Spec.Containers.Select(one => one.Image)));
    }

    [Fact]
    public void The_image_of_a_pod_is_set_too()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 1);
        cluster.RunFor(1.Seconds());
        var pod = Assert.Single(cluster.Pods("web"));
        var second = Story.Of(nodesPerZone: 1)
            .With("web", replicas: 1)
            .Does(new SetImageOperation("Pod", pod.Key, "web:2", null) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(2.Minutes());
        Assert.Equal("web:2", Assert.Single(second.Pods("web")).Spec.Containers[0].Image);
    }

    private static LabelOperation Label(int minute, (string Key, string Value) label) =>
        new("Service", Web, LabelSet.Of(label), []) { At = minute.Minutes(), Cluster = "east" };

    private static IEnumerable<string> Results(Story cluster) => cluster.Of(ObservationKind.OperationDone).Select(fact => fact.Other);
}
