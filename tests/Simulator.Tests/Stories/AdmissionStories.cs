using Simulator.Api;
using Simulator.ControlPlane.Controllers.TerminatedPods;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Quotas, limits and namespaces in a running cluster.</summary>
public sealed class AdmissionStories
{
    [Fact]
    public void Quota_of_a_settled_cluster_leaves_the_rest_of_a_controllers_pods_out()
    {
        var cluster = Story.Of(nodesPerZone: 2).With(TimeSpan.Zero, Quota("pods: 4")).With("web", replicas: 6).RunFor(2.Minutes());
        Assert.Equal(4, cluster.Pods("web").Count);
        Assert.Equal("pods=4", Used(cluster));

        // Told when it begins, and once a minute while it lasts.
        var refusals = cluster.Observations.Where(fact => fact.Kind == ObservationKind.CreationForbidden).ToList();
        Assert.InRange(refusals.Count, 2, 3);
        var refused = refusals[0];
        Assert.Equal("Pod default/web-", refused.Subject);
        Assert.Equal("pods \"web-\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=4, limited: pods=4", refused.Other);
    }

    [Fact]
    public void A_deleted_pod_gives_its_place_to_another_once_the_quota_controller_has_counted()
    {
        var cluster = Story.Of(nodesPerZone: 2)
            .With(TimeSpan.Zero, Quota("pods: 3"))
            .With("web", replicas: 3)
            .With("late", replicas: 1, at: 10.Seconds())
            .RunFor(1.Minutes());
        Assert.Empty(cluster.Pods("late"));

        // The controller of the victim and the waiting one both want the place.
        cluster.Delete(cluster.Pods("web")[0]);
        cluster.RunFor(1.Minutes());
        Assert.Equal(3, cluster.Cluster.Store.List("Pod").Count);
        Assert.Equal("pods=3", Used(cluster));
    }

    [Fact]
    public void A_new_quota_counts_what_is_there_and_binds_from_then_on()
    {
        var cluster = Story.Of(nodesPerZone: 2)
            .With("web", replicas: 5)
            .With(1.Minutes(), Quota("pods: 5"))
            .With("late", replicas: 2, at: 2.Minutes())
            .RunFor(119.Seconds());
        Assert.Equal("pods=5", Used(cluster));
        cluster.RunFor(1.Minutes());
        Assert.Empty(cluster.Pods("late"));
    }

    [Fact]
    public void A_refused_controller_tries_again_as_fast_as_its_client_may()
    {
        var cluster = Story.Of(nodesPerZone: 1)
            .With(TimeSpan.Zero, Quota("pods: 1"))
            .With("web", replicas: 1)
            .With("late", replicas: 2, at: 1.Seconds());
        var calls = 0;
        cluster.RunFor(1.Minutes());
        cluster.Cluster.Server.Refused += _ => calls++;
        cluster.RunFor(10.Seconds());

        // 20 calls a second; each refused creation also posts an event (Quirk: no back-off).
        Assert.InRange(calls, 80, 150);
        Assert.InRange(cluster.Of(ObservationKind.CreationForbidden).Count(), 1, 2);
    }

    [Fact]
    public void A_finished_pod_no_longer_counts()
    {
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
            .With(1.Seconds(), Quota("pods: 1"))
            .With("web", replicas: 1, at: 10.Seconds())
            .RunFor(30.Seconds());
        var pod = Assert.Single(cluster.Pods("web"));
        cluster.Cluster.Server.Execute(
            new UpdateStatusRequest(pod with
            {
                Status = pod.Status with { Phase = PodPhase.Failed },
                Metadata = pod.Metadata with { ResourceVersion = 0 },
            }),
            Instant.FromSeconds(30));
        cluster.RunFor(1.Minutes());
        Assert.Equal(2, cluster.Pods("web").Count);
        Assert.Equal("pods=1", Used(cluster));
    }

    [Fact]
    public void Limits_give_the_pods_of_a_template_their_requests()
    {
        var limits = new LimitRange
        {
            Metadata = new ObjectMeta { Name = "l", Namespace = "default" },
            Limits = [new LimitRangeItem { Type = LimitType.Container, Default = Cpu(1500), DefaultRequest = Cpu(1500) }],
        };
        var silent = Workloads.Controller("web", 9, 0);
        silent = silent with
        {
            Template = silent.Template with { Spec = new PodSpec { Containers = [new Container { Name = "c", Image = "i" }] } },
        };
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
            .With(1.Seconds(), limits)
            .With(2.Seconds(), silent)
            .RunFor(1.Minutes());

        // Two of 1.5 CPU fit into four CPU: six of nine in three nodes.
        Assert.Equal(6, cluster.Pods("web").Count(pod => pod.IsReady));
        Assert.Single(cluster.Pods("web").Select(pod => pod.Spec.Containers).Distinct());
    }

    [Fact]
    public void Deleted_namespace_is_emptied_while_its_pods_stop_and_then_goes()
    {
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
            .With(1.Seconds(), new Namespace { Metadata = new ObjectMeta { Name = "team" } })
            .With(
                2.Seconds(), Workloads.Service("web") with { Metadata = Team("web") },
                Workloads.Controller("web", 3, 100) with { Metadata = Team("web") }).RunFor(30.Seconds());
        Assert.Equal(3, cluster.Pods("web").Count(pod => pod.IsReady));

        cluster.Cluster.Server.Execute(new DeleteRequest("Namespace", new ObjectKey("", "team")), Instant.FromSeconds(30));
        cluster.RunFor(2.Seconds());
        Assert.All(cluster.Pods("web"), pod => Assert.True(pod.Metadata.IsBeingDeleted));
        Assert.Equal(NamespacePhase.Terminating, cluster.Cluster.Store.Find<Namespace>("Namespace", new ObjectKey("", "team"))!.Phase);

        // Half of the grace of 30 s and a second later it looks again.
        cluster.RunFor(10.Seconds());
        Assert.Empty(cluster.Pods("web"));
        Assert.NotNull(cluster.Cluster.Store.Find("Namespace", new ObjectKey("", "team")));
        cluster.RunFor(50.Seconds());
        Assert.Null(cluster.Cluster.Store.Find("Namespace", new ObjectKey("", "team")));
        Assert.Empty(cluster.Cluster.Store.List("ReplicationController", "team"));
        Assert.Empty(cluster.Cluster.Store.List("Endpoints", "team"));
        Assert.Equal(3, cluster.Of(ObservationKind.PodRemoved).Count());
    }

    [Fact]
    public void What_users_are_refused_is_told_with_the_reason()
    {
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
            .With(1.Seconds(), Workloads.Service("web") with { Metadata = Team("web") })
            .RunFor(10.Seconds());
        var refused = Assert.Single(cluster.Of(ObservationKind.CreationRefused));
        Assert.Equal(("Service team/web", "namespaces \"team\" not found"), (refused.Subject, refused.Other));
    }

    [Fact]
    public void Oldest_finished_pods_beyond_the_threshold_are_deleted()
    {
        var flags = new ControllerManagerOptions { TerminatedPods = new TerminatedPodOptions { Threshold = 2 } };
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty, flags: flags);
        for (var i = 1; i <= 5; i++) cluster.With(i.Seconds(), Finished($"p{6 - i}"));
        cluster.RunFor(15.Seconds());
        Assert.Equal(5, cluster.Cluster.Store.List("Pod").Count);
        cluster.RunFor(15.Seconds());
        Assert.Equal(["p1", "p2"], cluster.Cluster.Store.List("Pod").Select(pod => pod.Name));
    }

    private static Pod Finished(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default" },
        Spec = new PodSpec { Containers = [new Container { Name = "c", Image = "i" }] },
        Status = new PodStatus { Phase = PodPhase.Succeeded },
    };

    private static ObjectMeta Team(string name) => new() { Name = name, Namespace = "team" };

    private static ResourceList Cpu(long milli) => ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milli)));

    private static ResourceQuota Quota(string hard)
    {
        var parts = hard.Split(": ");
        return new ResourceQuota
        {
            Metadata = new ObjectMeta { Name = "q", Namespace = "default" },
            Hard = ResourceList.Of((parts[0], Quantity.Parse(parts[1]))),
        };
    }

    private static string Used(Story cluster)
    {
        var used = cluster.Cluster.Store.Find<ResourceQuota>("ResourceQuota", new ObjectKey("default", "q"))!.Status.Used.Amounts[0];
        return $"{used.Key}={used.Value}";
    }
}
