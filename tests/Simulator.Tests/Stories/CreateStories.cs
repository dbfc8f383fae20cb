using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>kubectl create, replace, expose and autoscale.</summary>
public sealed class CreateStories
{
    private static readonly ObjectKey Web = new("default", "web");

    [Fact]
    public void What_is_there_is_not_created_again_and_the_rest_is()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Does(new CreateOperation([
                Workloads.Controller("web", 5, 100),
                Workloads.Controller("db", 2, 100)])
            { At = 1.Minutes(), Cluster = "east" }).RunFor(2.Minutes());
        Assert.Equal((3, 2), (cluster.Pods("web").Count, cluster.Pods("db").Count));
        Assert.Equal("Error from server: replicationcontrollers \"web\" already exists", Result(cluster));
    }

    [Fact]
    public void What_is_replaced_is_as_its_manifest_says_with_all_defaults()
    {
        var cluster = Story.Of(nodesPerZone: 1).With(
            TimeSpan.Zero, Workloads.Service("web"),
            Workloads.Controller("web", 5, 100) with
            {
                Metadata = new ObjectMeta { Name = "web", Namespace = "default", Labels = LabelSet.Of(("a", "b")) },
            })
            .Does(new ReplaceOperation([Workloads.Controller("web", 1, 100)]) { At = 1.Minutes(), Cluster = "east" }).RunFor(2.Minutes());
        Assert.Equal("Ok", Result(cluster));
        Assert.Equal(1, cluster.Endpoints("web"));
        Assert.Empty(cluster.Cluster.Store.Find("ReplicationController", Web)!.Metadata.Labels);
    }

    [Fact]
    public void What_is_not_there_is_not_replaced()
    {
        var cluster = Story.Of(nodesPerZone: 1)
            .Does(new ReplaceOperation([Workloads.Controller("web", 1, 100)]) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(2.Minutes());
        Assert.Equal("Error from server: replicationcontrollers \"web\" not found", Result(cluster));
    }

    [Fact]
    public void A_service_without_its_address_is_not_replaced()
    {
        var cluster = Story.Of(nodesPerZone: 1)
            .With("web", replicas: 3)
            .Does(new ReplaceOperation([Workloads.Service("web")]) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(2.Minutes());
        Assert.Equal("The Service \"web\" is invalid: spec.clusterIP: Invalid value: \"\": field is immutable", Result(cluster));
    }

    [Fact]
    public void By_force_a_controller_comes_anew_and_takes_its_pods()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3);
        cluster.Does(new ReplaceOperation([Workloads.Controller("web", 4, 100)]) { Force = true, At = 1.Minutes(), Cluster = "east" })
            .RunFor(2.Minutes());
        Assert.Equal((4, "Ok"), (cluster.Endpoints("web"), Result(cluster)));
        Assert.Single(cluster.Of(ObservationKind.PodCreated));
    }

    [Fact]
    public void By_force_and_with_cascade_its_pods_come_anew_too()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3);
        cluster.Does(new ReplaceOperation([Workloads.Controller("web", 4, 100)])
        {
            Force = true,
            Cascade = true,
            At = 1.Minutes(),
            Cluster = "east",
        }).RunFor(2.Minutes());
        Assert.Equal((4, "Ok"), (cluster.Endpoints("web"), Result(cluster)));
        Assert.Equal(4, cluster.Of(ObservationKind.PodCreated).Count());
    }

    [Fact]
    public void A_pod_that_is_replaced_by_force_is_still_stopping_when_it_should_come_anew()
    {
        var pod = new Pod
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Spec = Workloads.Controller("web", 1, 100).Template.Spec,
        };
        var cluster = Story.Of(nodesPerZone: 1)
            .With(1.Seconds(), pod)
            .Does(new ReplaceOperation([pod]) { Force = true, At = 1.Minutes(), Cluster = "east" })
            .RunFor(2.Minutes());
        Assert.Equal("Error from server: object is being deleted: pods \"web\" already exists", Result(cluster));
    }

    [Fact]
    public void A_controller_is_exposed_by_its_selector_and_its_ports()
    {
        var cluster = Story.Of(nodesPerZone: 1).With(TimeSpan.Zero, Workloads.Controller("web", 3, 100))
            .Does(new ExposeOperation("ReplicationController", Web) { At = 1.Minutes(), Cluster = "east" })
            .Does(new ExposeOperation("ReplicationController", Web)
            {
                Name = "front",
                Port = 8080,
                TargetPort = "80",
                At = 1.Minutes(),
                Cluster = "east",
            }).RunFor(2.Minutes());
        Assert.Equal((3, 3), (cluster.Endpoints("web"), cluster.Endpoints("front")));
        Assert.Equal(
            new ServicePort("", 8080, "TCP", "80"),
            Assert.Single(cluster.Cluster.Store.Find<Service>("Service", new ObjectKey("default", "front"))!.Ports));
    }

    [Fact]
    public void Without_a_port_nothing_is_exposed()
    {
        var silent = Workloads.Controller("web", 3, 100);
        silent = silent with
        {
            Template =
                silent.Template with { Spec = new PodSpec { Containers = [silent.Template.Spec.Containers[0] with { Ports = [] }] } },
        };
        var cluster = Story.Of(nodesPerZone: 1)
            .With(TimeSpan.Zero, silent)
            .Does(new ExposeOperation("ReplicationController", Web) { At = 1.Minutes(), Cluster = "east" })
            .RunFor(2.Minutes());
        Assert.Equal("error: couldn't find port via --port flag or introspection", Result(cluster));
    }

    [Fact]
    public void An_autoscaler_is_made_once()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3);
        for (var time = 1; time <= 2; time++)
        {
            cluster.Does(new AutoscaleOperation("ReplicationController", Web, 10)
            {
                Min = 2,
                CpuPercent = 80,
                At = time.Minutes(),
                Cluster = "east",
            });
        }
        cluster.RunFor(3.Minutes());
        Assert.Equal(
            ["Ok", "Error from server: horizontalpodautoscalers.autoscaling \"web\" already exists"],
            cluster.Of(ObservationKind.OperationDone).Select(fact => fact.Other));
        var scaler = cluster.Cluster.Store.Find<HorizontalPodAutoscaler>("HorizontalPodAutoscaler", Web)!;
        Assert.Equal(
            (2, 10, 80, "ReplicationController", "web"),
            (scaler.MinReplicas, scaler.MaxReplicas, scaler.TargetCpuUtilization, scaler.TargetKind, scaler.TargetName));
    }

    private static string Result(Story cluster) => Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other;
}
