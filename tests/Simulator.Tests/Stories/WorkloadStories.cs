using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Deployments, ReplicaSets, DaemonSets and Jobs in a whole cluster.</summary>
public sealed class WorkloadStories
{
    private static readonly ObservationKind[] Changes =
        [ObservationKind.PodCreated, ObservationKind.PodDeletionMarked, ObservationKind.PodRemoved, ObservationKind.WorkloadScaled,
            ObservationKind.RolloutChanged, ObservationKind.EndpointsChanged];

    [Fact]
    public void A_settled_cluster_of_all_kinds_stays_as_it_is()
    {
        var story = Story.Of(nodesPerZone: 4).With("rc", 5).With(TimeSpan.Zero, Web, Set, Daemon);
        story.RunFor(TimeSpan.FromSeconds(1));
        var revision = story.Cluster.Store.Revision;
        story.RunFor(10.Minutes());

        Assert.Equal("", string.Join('\n', story.Observations.Where(fact => fact.At > TimeSpan.Zero && Changes.Contains(fact.Kind))));
        Assert.Equal(revision, story.Cluster.Store.Revision);
        Assert.Equal(5 + 6 + 3 + 12, story.Cluster.Store.List("Pod").Count);
        Assert.All(story.Cluster.Store.List("Pod").Cast<Pod>(), pod => Assert.True(pod.IsReady));
    }

    [Fact]
    public void The_pods_of_a_deployment_count_for_the_deployment()
    {
        var story = Story.Of(nodesPerZone: 2).With(TimeSpan.Zero, Web).RunFor(1.Minutes());
        Assert.Equal(6, story.Observations.Count(fact => fact.Kind == ObservationKind.PodCreated && fact.Other == "default/web"));
        Assert.Equal(
            [("default/web", 6L)],
            story.Observations.Where(fact => fact.Kind == ObservationKind.WorkloadScaled).Select(fact => (fact.Subject, fact.Value)));
    }

    [Fact]
    public void A_new_image_is_rolled_out_with_at_most_one_pod_missing()
    {
        var story = Story.Of(nodesPerZone: 2).With(TimeSpan.Zero, Web)
            .Does(new SetImageOperation("Deployment", Web.Key, "web:2", null) { At = 1.Minutes(), Cluster = "east" }).RunFor(5.Minutes());
        Assert.Equal(["Started", "Completed"], story.Of(ObservationKind.RolloutChanged).Select(fact => fact.Other));
        Assert.All(story.Cluster.Store.List("Pod").Cast<Pod>(), pod => Assert.Equal("web:2", pod.Spec.Containers[0].Image));
        Assert.Equal(6, story.Cluster.Store.List("Pod").Count);
    }

    [Fact]
    public void Daemons_of_a_dead_node_are_not_evicted()
    {
        var story = Story.Of(nodesPerZone: 2).With(TimeSpan.Zero, Web, Daemon);
        story.Node("n-0001").LosesPower(at: 1.Minutes());
        story.RunFor(15.Minutes());
        var gone = story.Of(ObservationKind.PodDeletionMarked).Select(fact => fact.Subject).ToList();
        Assert.NotEmpty(gone);
        Assert.DoesNotContain(gone, pod => pod.StartsWith("default/daemon", StringComparison.Ordinal));
        Assert.Equal(6, story.Pods("daemon").Count);
    }

    [Fact]
    public void A_drain_leaves_daemons_where_they_are()
    {
        var story = Story.Of(nodesPerZone: 2).With(TimeSpan.Zero, Web, Daemon)
            .Does(new DrainOperation("n-0001") { At = 1.Minutes(), Cluster = "east" }).RunFor(3.Minutes());
        var gone = story.Of(ObservationKind.PodDeletionMarked).Select(fact => fact.Subject).ToList();
        Assert.NotEmpty(gone);
        Assert.DoesNotContain(gone, pod => pod.StartsWith("default/daemon", StringComparison.Ordinal));
        Assert.All(story.Pods("daemon"), pod => Assert.True(pod.IsReady));
    }

    [Fact]
    public void What_is_applied_brings_its_annotations_and_leaves_those_of_the_cluster()
    {
        var next = Web with { Replicas = 8, Metadata = Web.Metadata with { Annotations = LabelSet.Of(("owner", "shop")) } };
        var story = Story.Of(nodesPerZone: 2)
            .With(TimeSpan.Zero, Web)
            .Does(new ApplyOperation([next]) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(3.Minutes());
        var annotations = story.Cluster.Store.Find<Deployment>("Deployment", Web.Key)!.Metadata.Annotations;
        Assert.Equal(("shop", "1"), (annotations.ValueOrEmpty("owner"), annotations.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision)));
        Assert.Equal(8, story.Pods("web").Count(pod => pod.IsReady));
    }

    [Fact]
    public void A_job_is_complete_when_enough_of_its_pods_have_succeeded()
    {
        var template = Template("sum");
        var job = new Job
        {
            Metadata = Meta("sum"),
            Parallelism = 2,
            Completions = 5,
            HasManualSelector = true,
            Selector = Selector("sum"),
            Template = template with { Spec = template.Spec with { RestartPolicy = "Never" } },
        };
        var story = Story.Of(nodesPerZone: 1).With(10.Seconds(), job);
        story.RunFor(60.Seconds());
        Assert.Equal(2, story.Pods("sum").Count(pod => pod.IsActive));
        story.RunFor(3.Minutes());
        Assert.Equal(5, story.Of(ObservationKind.PodFinished).Count(fact => fact.Other == "Succeeded"));
        Assert.Equal((5, true), (story.Pods("sum").Count, story.Cluster.Store.Find<Job>("Job", job.Key)!.Status.IsFinished));
    }

    [Fact]
    public void A_rollback_brings_the_former_image_back()
    {
        var story = Story.Of(nodesPerZone: 2).With(TimeSpan.Zero, Web)
            .Does(new SetImageOperation("Deployment", Web.Key, "web:2", null) { At = 1.Minutes(), Cluster = "east" })
            .Does(new RollbackOperation(Web.Key, 0) { At = 5.Minutes(), Cluster = "east" }).RunFor(10.Minutes());
        Assert.Equal([2L, 2L, 3L, 3L], story.Of(ObservationKind.RolloutChanged).Select(fact => fact.Value));
        Assert.All(story.Pods("web"), pod => Assert.Equal(Web.Template.Spec.Containers[0].Image, pod.Spec.Containers[0].Image));
    }

    [Fact]
    public void Two_deployments_with_one_selector_take_each_others_pods_away_without_pause()
    {
        var rival = Web with
        {
            Metadata = Meta("web-too"),
            Template = Web.Template with
            {
                Spec = Web.Template.Spec with { Containers = [Web.Template.Spec.Containers[0] with { Image = "web:2" }] },
            },
        };
        var story = Story.Of(nodesPerZone: 2).With(10.Seconds(), Web, rival);
        story.RunFor(3.Minutes());
        var created = story.Of(ObservationKind.PodCreated)
            .Where(fact => fact.At > 1.Minutes())
            .Select(fact => fact.At.TotalSeconds)
            .ToList();

        // If always the same one woke, the other would come to it with a resync, every 30 s.
        Assert.True(created.Count > 60, $"{created.Count} pods");
        for (var i = 1; i < created.Count; i++) Assert.InRange(created[i] - created[i - 1], 0, 10);
    }

    private static PodTemplate Template(string name) => Workloads.Controller(name, 1, 100).Template;

    private static LabelSelector Selector(string name) => new() { MatchLabels = LabelSet.Of(("app", name)) };

    private static ObjectMeta Meta(string name) => new() { Name = name, Namespace = "default" };

    private static Deployment Web { get; } = new()
    {
        Metadata = Meta("web"),
        Replicas = 6,
        Selector = Selector("web"),
        Template = Template("web"),
    };

    private static ReplicaSet Set { get; } = new()
    {
        Metadata = Meta("set"),
        Replicas = 3,
        Selector = Selector("set"),
        Template = Template("set"),
    };

    private static DaemonSet Daemon { get; } = new()
    {
        Metadata = Meta("daemon"),
        Selector = Selector("daemon"),
        Template = Template("daemon"),
    };
}
