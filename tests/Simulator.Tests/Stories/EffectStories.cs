using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>A command that changes nothing says so, unless kubectl is content with it.</summary>
public sealed class EffectStories
{
    private const string Skipped = "deployment \"web\" skipped rollback (DeploymentRollback";
    private static readonly ObjectKey Web = new("default", "web");

    private static readonly ApiObject[] Shop = Manifests.Applied("""
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: { name: web }
        spec: { replicas: 2, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: c, image: "web:1", ports: [{ containerPort: 80 }] }] } } }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { selector: { app: web }, ports: [{ port: 80 }] }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: headless }
        spec: { clusterIP: None, selector: { app: web }, ports: [{ port: 80 }] }
        """);

    [Theory]
    [InlineData(0, "RevisionNotFound: Unable to find last revision.)")]
    [InlineData(7, "RevisionNotFound: Unable to find the revision to rollback to.)")]
    [InlineData(1, "TemplateUnchanged: The rollback revision contains the same template as current deployment \"web\")")]
    public void A_rollback_to_nothing_is_skipped(long revision, string why)
    {
        var cluster = After(new RollbackOperation(Web, revision));
        Assert.Equal([Skipped + why], Results(cluster));
        Assert.Equal(2, cluster.Endpoints("web"));
    }

    [Fact]
    public void A_rollback_is_done_when_the_controller_says_so_and_the_second_goes_forth_again()
    {
        var cluster = After(
            new SetImageOperation("Deployment", Web, "web:2", null), new RollbackOperation(Web, 0), new RollbackOperation(Web, 0),
            new RollbackOperation(Web, 9));
        Assert.Equal(["Ok", "Ok", "Ok", $"{Skipped}RevisionNotFound: Unable to find the revision to rollback to.)"], Results(cluster));
        Assert.Equal("web:2", ((Deployment)cluster.Cluster.Store.Find("Deployment", Web)!).Template.Spec.Containers[0].Image);
    }

    [Fact]
    public void A_paused_deployment_is_rolled_back_when_it_is_resumed()
    {
        var cluster = After(
            new SetImageOperation("Deployment", Web, "web:2", null), new PauseOperation(Web, true), new RollbackOperation(Web, 0),
            new PauseOperation(Web, false));
        Assert.Equal(
            ["Ok", "Ok", "deployment \"web\" is paused: it is rolled back when it is resumed, and kubectl waits for that", "Ok"],
            Results(cluster));
        Assert.Equal("web:1", ((Deployment)cluster.Cluster.Store.Find("Deployment", Web)!).Template.Spec.Containers[0].Image);
    }

    [Fact]
    public void Without_a_controller_nobody_says_that_it_was_rolled_back()
    {
        var cluster = Story.Of(nodesPerZone: 1)
            .With(TimeSpan.Zero, Shop)
            .Does(new RollbackOperation(Web, 0) { At = 2.Minutes(), Cluster = "east" })
            .Suffers(new OutageSpec { Kind = OutageKind.ControllerManagerDown, At = 1.Minutes(), Cluster = "east" });
        cluster.RunFor(40.Minutes());
        Assert.Equal(["deployment \"web\": no controller has rolled it back within 30 minutes"], Results(cluster));
    }

    [Theory]
    [InlineData("web", "clusterIP: 10.0.0.77, ", "10.0.0.77")]
    [InlineData("web", "clusterIP: None, ", "None")]
    [InlineData("web", "", null)]
    [InlineData("headless", "clusterIP: 10.0.0.77, ", null)]
    public void A_service_keeps_the_address_that_it_was_given(string service, string address, string? refused)
    {
        var manifest = $"{{apiVersion: v1, kind: Service, metadata: {{name: {service}}}, spec: {{{address}selector: {{app: other}}, "
            + $"ports: [{{port: 81}}]}}}}";
        var cluster = After(new ApplyOperation(Manifests.Applied(manifest)));
        Assert.Equal(
            [refused is null
                ? "Ok"
                : $"The Service \"{service}\" is invalid: spec.clusterIP: Invalid value: \"{refused}\": field is immutable"],
            Results(cluster));
        Assert.Equal(
            refused is null ? "other" : "web",
            ((Service)cluster.Cluster.Store.Find("Service", new ObjectKey("default", service))!).Selector!["app"]);
    }

    [Fact]
    public void What_is_so_already_is_no_error() =>
        Assert.All(
            Results(After(
                new PauseOperation(Web, true),
                new PauseOperation(Web, true),
                new PauseOperation(Web, false),
                new PauseOperation(Web, false),
                new CordonOperation("n-0001", true),
                new CordonOperation("n-0001", true),
                new ScaleOperation("Deployment", Web, 2),
                new SetImageOperation("Deployment", Web, "web:1", "c"))),
            result => Assert.Equal("Ok", result));

    [Fact]
    public void What_cannot_be_done_is_told() =>
        Assert.Equal(
            [
                "error: unable to find container named \"nope\"",
                "Error from server: deployments.extensions \"nope\" not found",
                "Error from server: services \"web\" already exists",
                "Ok",
                "error: 'tier' already has a value (front), and --overwrite is false",
            ],
            Results(After(
                new SetImageOperation("Deployment", Web, "web:2", "nope"),
                new AutoscaleOperation("Deployment", new ObjectKey("default", "nope"), 3),
                new ExposeOperation("Deployment", Web),
                new LabelOperation("Deployment", Web, LabelSet.Of(("tier", "front")), []),
                new LabelOperation("Deployment", Web, LabelSet.Of(("tier", "front")), []))));

    /// <summary>The kubelet does not make its node anew: it registers but once.</summary>
    [Fact]
    public void A_deleted_node_is_gone_and_its_pods_come_elsewhere()
    {
        var cluster = Story.Of(nodesPerZone: 1)
            .With("db", replicas: 6)
            .Does(new DeleteOperation("Node", new ObjectKey("", "n-0001")) { At = 1.Minutes(), Cluster = "east" });
        cluster.RunFor(5.Minutes());
        Assert.Equal(["Ok"], Results(cluster));
        Assert.Null(cluster.Cluster.Store.Find("Node", new ObjectKey("", "n-0001")));
        Assert.Equal(6, cluster.Endpoints("db"));
        Assert.DoesNotContain(cluster.Pods("db"), pod => pod.NodeName == "n-0001");
    }

    /// <summary>One command a minute.</summary>
    private static Story After(params OperationSpec[] operations)
    {
        var cluster = Story.Of(nodesPerZone: 1).With(TimeSpan.Zero, Shop);
        for (var i = 0; i < operations.Length; i++) cluster.Does(operations[i] with { At = (i + 1).Minutes(), Cluster = "east" });
        return cluster.RunFor((operations.Length + 1).Minutes());
    }

    private static List<string> Results(Story cluster) => [.. cluster.Of(ObservationKind.OperationDone).Select(fact => fact.Other)];
}
