using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>kubectl apply merges three ways: what the manifest says, what the one before said, what is there.</summary>
public sealed class ApplyStories
{
    private const string Web = """
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: { name: web, labels: { team: shop, tier: front } }
        spec:
          replicas: 3
          template:
            metadata: { labels: { app: web } }
            spec:
              nodeSelector: { disk: ssd }
              containers:
                - { name: c, image: "web:1", resources: { requests: { cpu: 100m, memory: 10Mi } }, ports: [{ containerPort: 80 }] }
                - { name: log, image: "log:1" }
        """;

    private const string WebWithoutCount = """
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: { name: web, labels: { team: shop } }
        spec:
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: c, image: "web:2", resources: { requests: { cpu: 200m } } }] }
        """;

    [Fact]
    public void What_the_manifest_does_not_mention_stays_as_others_have_made_it()
    {
        var deployment = Apply(
            Manifests.Read(Web), new ScaleOperation("Deployment", Key, 5) { At = 1.Minutes(), Cluster = "east" },
            Applying(WebWithoutCount));
        Assert.Equal(5, deployment.Replicas);
        Assert.Equal(
            ["c web:2", "log log:1"], deployment.Template.Spec.Containers.Select(container => $"{container.Name} {container.Image}"));
        Assert.Equal("ssd", deployment.Template.Spec.NodeSelector["disk"]);
        Assert.Equal("team=shop,tier=front", deployment.Metadata.Labels.ToString());
    }

    [Fact]
    public void What_an_applied_manifest_no_longer_mentions_goes()
    {
        var deployment = Apply(Manifests.Applied(Web), Applying(WebWithoutCount));
        Assert.Equal(1, deployment.Replicas);
        var container = Assert.Single(deployment.Template.Spec.Containers);
        Assert.Equal("web:2", container.Image);
        Assert.Empty(container.Ports);
        Assert.Equal((200, 0), (container.Requests.MilliValue("cpu"), container.Requests.Value("memory")));
        Assert.Empty(deployment.Template.Spec.NodeSelector);
        Assert.Equal("team=shop", deployment.Metadata.Labels.ToString());
    }

    [Fact]
    public void What_others_have_added_to_an_applied_object_stays()
    {
        var deployment = Apply(
            Manifests.Applied(Web),
            new LabelOperation("Deployment", Key, LabelSet.Of(("owner", "ann")), []) { At = 1.Minutes(), Cluster = "east" },
            Applying(WebWithoutCount));
        Assert.Equal("owner=ann,team=shop", deployment.Metadata.Labels.ToString());
        Assert.Contains("web:2", deployment.Metadata.Annotations[WellKnownAnnotations.LastApplied]);
    }

    [Fact]
    public void The_same_manifest_again_changes_nothing()
    {
        var cluster = Story.Of(nodesPerZone: 1).With(TimeSpan.Zero, Manifests.Applied(Web)).Does(Applying(Web)).RunFor(5.Minutes());
        Assert.Empty(cluster.Of(ObservationKind.RolloutChanged).Concat(
            cluster.Of(ObservationKind.WorkloadScaled)).Concat(cluster.Of(ObservationKind.PodCreated)));
        Assert.Equal(1, cluster.Cluster.Store.Find("Deployment", Key)!.Metadata.Generation);
        Assert.Equal("Ok", Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other);
    }

    [Fact]
    public void Another_strategy_finds_the_steps_that_the_server_has_filled_in()
    {
        var cluster = Story.Of(nodesPerZone: 1)
            .With(TimeSpan.Zero, Manifests.Applied(Web))
            .Does(Applying(Web.Replace("replicas: 3", "strategy: { type: Recreate }")))
            .RunFor(5.Minutes());
        Assert.Contains(
            "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'",
            Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other);
    }

    [Fact]
    public void Ports_of_a_service_are_known_by_their_numbers()
    {
        const string Before = """
            apiVersion: v1
            kind: Service
            metadata: { name: web }
            spec: { selector: { app: web }, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81 }], type: NodePort }
            """;
        const string After = """
            apiVersion: v1
            kind: Service
            metadata: { name: web }
            spec: { selector: { app: shop }, ports: [{ name: a, port: 80, targetPort: 8080 }, { name: c, port: 82 }], type: NodePort }
            """;
        var cluster = Story.Of(nodesPerZone: 1).With(TimeSpan.Zero, Manifests.Applied(Before)).Does(Applying(After)).RunFor(5.Minutes());
        var service = cluster.Cluster.Store.Find<Service>("Service", Key)!;
        Assert.Equal(
            [new ServicePort("a", 80, "TCP", "8080"), new ServicePort("c", 82, "TCP", "82")],
            service.Ports.Select(port => port with { NodePort = 0 }));
        Assert.Equal("app=shop", service.Selector!.ToString());
    }

    [Fact]
    public void A_job_keeps_the_selector_that_the_server_has_made()
    {
        const string Job = """
            apiVersion: batch/v1
            kind: Job
            metadata: { name: web }
            spec:
              parallelism: 2
              completions: 100
              template: { metadata: { labels: { app: web } }, spec: { restartPolicy: Never, containers: [{ name: c, image: "web:1" }] } }
            """;
        var cluster = Story.Of(nodesPerZone: 1)
            .With(TimeSpan.Zero, Manifests.Applied(Job))
            .Does(Applying(Job.Replace("parallelism: 2", "parallelism: 3")))
            .RunFor(5.Minutes());
        var job = cluster.Cluster.Store.Find<Job>("Job", Key)!;
        Assert.Equal((3, 1), (job.Parallelism, job.Selector!.MatchLabels.Count));
        Assert.Equal("Ok", Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other);
    }

    [Fact]
    public void Objects_after_one_that_is_refused_are_applied()
    {
        const string Two = """
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: a, namespace: nowhere }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: b }
            """;
        var cluster = Story.Of(nodesPerZone: 1).Does(Applying(Two)).RunFor(5.Minutes());
        Assert.StartsWith("Error from server: ", Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other);
        Assert.NotNull(cluster.Cluster.Store.Find("ConfigMap", new ObjectKey("default", "b")));
    }

    private static ObjectKey Key { get; } = new("default", "web");

    private static ApplyOperation Applying(string manifest) => new(Manifests.Applied(manifest)) { At = 2.Minutes(), Cluster = "east" };

    private static Deployment Apply(ApiObject[] before, params OperationSpec[] operations)
    {
        var cluster = Story.Of(nodesPerZone: 1).With(TimeSpan.Zero, before);
        foreach (var operation in operations) cluster.Does(operation);
        cluster.RunFor(5.Minutes());
        Assert.All(cluster.Of(ObservationKind.OperationDone), fact => Assert.Equal("Ok", fact.Other));
        return cluster.Cluster.Store.Find<Deployment>("Deployment", Key)!;
    }
}
