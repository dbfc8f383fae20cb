using Simulator.Api;
using Simulator.ControlPlane.Federation.Replicas;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Federated ReplicaSets of 1.4: spread, moved when a cluster is lost, moved on where there is no room.</summary>
public sealed class FederatedReplicaStories
{
    [Fact]
    public void A_settled_set_is_spread_and_stays_so()
    {
        var fed = new Federated(Of(9));
        Assert.Equal([3, 3, 3], Replicas(fed));
        fed.RunFor(10.Minutes());
        Assert.Equal([3, 3, 3], Replicas(fed));
        Assert.Equal(9, fed.Federation.Store.Find<ReplicaSet>("ReplicaSet", Key)!.Status.Replicas);
    }

    [Fact]
    public void A_new_set_is_created_after_ten_seconds()
    {
        var fed = new Federated(Federated.Of(3, hasService: false)).RunFor(1.Minutes());
        fed.Execute(new CreateRequest(Set(6)));
        fed.RunFor(9.Seconds());
        Assert.Equal([0, 0, 0], Replicas(fed));
        fed.RunFor(3.Seconds());
        Assert.Equal([2, 2, 2], Replicas(fed));
    }

    [Fact]
    public void Weights_are_kept()
    {
        var fed = new Federated(Federated.Of(3, hasService: false)).RunFor(1.Minutes());
        const string Preferences =
            """{"clusters":{"c1":{"weight":2},"c2":{"weight":1,"maxReplicas":3},"c3":{"minReplicas":1,"weight":1}}}""";
        fed.Execute(new CreateRequest(Set(12, Preferences)));
        fed.RunFor(1.Minutes());
        Assert.Equal([6, 3, 3], Replicas(fed));
    }

    [Fact]
    public void Replicas_of_a_lost_cluster_move_two_minutes_later()
    {
        var fed = new Federated(Of(9)).RunFor(1.Minutes());
        fed.Cluster("c2").ControlPlane.Stop("api-server-0", "test");

        // Noticed at the next look (70 s), a minute's delay.
        fed.RunFor(65.Seconds());
        Assert.Equal((3, 3), (ReplicasIn(fed, "c1"), ReplicasIn(fed, "c3")));
        fed.RunFor(15.Seconds());
        Assert.Equal(9, ReplicasIn(fed, "c1") + ReplicasIn(fed, "c3"));
        fed.Cluster("c2").ControlPlane.Start("api-server-0");
        fed.RunFor(5.Minutes());
        Assert.Equal(9, Replicas(fed).Sum());
    }

    [Fact]
    public void Without_room_replicas_overflow_into_other_clusters()
    {
        var fed = new Federated(Federated.Of(2, hasService: false)).RunFor(1.Minutes());
        fed.Execute(new CreateRequest(Set(16, """{"clusters":{"c1":{"weight":1},"c2":{"weight":0}}}""", cpu: "1")));
        fed.RunFor(1.Minutes());
        Assert.Equal(16, ReplicasIn(fed, "c1"));
        Assert.Equal(0, ReplicasIn(fed, "c2"));
        var set = fed.Federation.Store.Find<ReplicaSet>("ReplicaSet", Key)!;
        var even = set.Metadata.Annotations.With(PreferencesText.Annotation, """{"clusters":{"*":{"weight":1}}}""");
        fed.Execute(new UpdateRequest(set with { Metadata = set.Metadata with { Annotations = even } }));
        fed.RunFor(5.Minutes());
        Assert.True(ReplicasIn(fed, "c2") > 0);
    }

    [Fact]
    public void A_deleted_set_leaves_those_in_the_clusters()
    {
        var fed = new Federated(Of(9)).RunFor(1.Minutes());
        fed.Execute(new DeleteRequest("ReplicaSet", Key));
        fed.RunFor(10.Minutes());
        Assert.Equal([3, 3, 3], Replicas(fed));
    }

    private static readonly ObjectKey Key = new("default", "app");

    private static Scenario Of(int replicas) =>
        Federated.Of(3, spec => spec with { Workloads = [new WorkloadSpec(TimeSpan.Zero, [Set(replicas)])] });

    private static ReplicaSet Set(int replicas, string preferences = "", string cpu = "100m") => new()
    {
        Metadata = new ObjectMeta
        {
            Name = Key.Name,
            Namespace = Key.Namespace,
            Annotations = preferences.Length > 0 ? LabelSet.Of((PreferencesText.Annotation, preferences)) : LabelSet.Empty,
        },
        Replicas = replicas,
        Selector = new LabelSelector { MatchLabels = LabelSet.Of(("app", Key.Name)) },
        Template = new PodTemplate
        {
            Labels = LabelSet.Of(("app", Key.Name)),
            Spec = new PodSpec
            {
                Containers = [new Container
                {
                    Name = "app",
                    Image = "app",
                    Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.Parse(cpu))),
                }],
            },
        },
    };

    private static int[] Replicas(Federated fed) => [.. fed.Run.Clusters.Select(cluster => ReplicasIn(fed, cluster.Spec.Name))];

    private static int ReplicasIn(Federated fed, string cluster) =>
        fed.Cluster(cluster).Store.Find<ReplicaSet>("ReplicaSet", Key)?.Replicas ?? 0;
}
