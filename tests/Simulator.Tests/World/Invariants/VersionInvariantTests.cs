using Simulator.Api;
using Simulator.Tests.Stories;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.World.Invariants;

/// <summary>Rules that hold of one version and not of the other.</summary>
public sealed class VersionInvariantTests
{
    private const string Later = "1.20.2";

    [Theory]
    [InlineData("1.20.2", true)]
    [InlineData("1.3.10", false)]
    public void The_pods_of_a_lost_machine_stay(string version, bool isBroken)
    {
        var world = PlantedWorld.Of(version);
        var pod = world.Bind(PlantedWorld.PodObject("p"), "n1");
        world.Fact(ObservationKind.NodeWentDown, "n1", "PowerLoss");
        world.At(2.Minutes()).Put(pod with { Metadata = Marked(pod, 30) });
        world.At(3.Minutes()).Remove(pod);
        if (isBroken) world.Breaks("LostPodsStay", "pod default/p was removed from n1, which is down since 00:00:00");
        else world.Holds();
    }

    [Theory]
    [InlineData("forced")]
    [InlineData("back")]
    [InlineData("node gone")]
    [InlineData("just now")]
    public void They_may_go_when_somebody_can_know(string why)
    {
        var world = PlantedWorld.Of(Later);
        var pod = world.Bind(PlantedWorld.PodObject("p"), "n1");
        world.At(why == "just now" ? 150.Seconds() : TimeSpan.Zero).Fact(ObservationKind.NodeWentDown, "n1", "PowerLoss");
        world.At(3.Minutes()).Put(pod with { Metadata = Marked(pod, 30) });
        if (why == "forced") world.Fact(ObservationKind.ForcedDeletion, "default/p");
        if (why == "back") world.Fact(ObservationKind.NodeCameBack, "n1");
        if (why == "node gone") world.Store.Remove(world.Store.Find("Node", new ObjectKey("", "n1"))!);
        world.Remove(pod);
        world.Holds();
    }

    [Theory]
    [InlineData("n1", true)]
    [InlineData("gone", false)]
    public void Slices_name_ready_pods_unless_a_node_of_theirs_is_gone(string node, bool isBroken)
    {
        var world = PlantedWorld.Of(Later);
        world.Bind(PlantedWorld.PodObject("sick"), "n1");
        world.Put(Workloads.Service("web"));
        world.Put(new EndpointSlice
        {
            Metadata = new ObjectMeta
            {
                Name = "web-1",
                Namespace = "default",
                Labels = LabelSet.Of((WellKnownLabels.ServiceName, "web")),
            },
            Endpoints = [new("10.0.0.1", "sick", "", "", true, "n1"), new("10.0.0.2", "other", "", "", false, node)],
        });
        world.At(10.Minutes()).Fact(ObservationKind.RunEnded, "east");
        if (isBroken) world.Breaks("EndpointsNameReadyPods", "service default/web sends users to 10.0.0.1, but pod sick is not ready");
        else world.Holds();
    }

    [Theory]
    [InlineData("1.20.2", false)]
    [InlineData("1.3.10", true)]
    public void Of_two_pods_with_one_port_the_first_to_go_takes_it_along(string version, bool isBroken)
    {
        var world = PlantedWorld.Of(version);
        world.Bind(PlantedWorld.PodObject("a", hostPort: 80), "n1");
        var users = PlantedWorld.PodObject("b", hostPort: 80);
        users = world.Create(users with { Spec = users.Spec with { NodeName = "n1" } });
        world.Put(users with { Status = users.Status with { Phase = PodPhase.Failed } });
        world.Bind(PlantedWorld.PodObject("c", hostPort: 80), "n1");
        if (isBroken) world.Breaks("NodeIsNotOvercommitted", "pod default/c was bound to n1, where another pod has host port 80");
        else world.Holds();
        world.Bind(PlantedWorld.PodObject("d", hostPort: 80), "n1");
        Assert.NotEmpty(world.Cluster.Broken);
    }

    /// <summary>World 992007409: no pod runs, and the one that was evicted long ago keeps the rollout from being woken.</summary>
    [Theory]
    [InlineData("1.20.2", "Recreate", false)]
    [InlineData("1.20.2", "RollingUpdate", true)]
    [InlineData("1.3.10", "Recreate", true)]
    public void A_finished_pod_holds_up_what_recreates(string version, string strategy, bool isBroken)
    {
        var world = PlantedWorld.Of(version);
        var web = new LabelSelector { MatchLabels = LabelSet.Of(("app", "web")) };
        world.Put(new Deployment
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Replicas = 3,
            Selector = web,
            Strategy = strategy,
        });
        var pod = world.Bind(PlantedWorld.PodObject("evicted"), "n1");
        world.Put(pod with { Status = pod.Status with { Phase = PodPhase.Failed } });
        world.At(9.Minutes()).Fact(ObservationKind.RunEnded, "east");
        if (isBroken)
        {
            world.Breaks(
                "ReplicasAreComplete",
                "Deployment default/web wants 3 replicas and has 0, all ready, and nothing has changed since 00:00:00");
        }
        else world.Holds();
    }

    [Theory]
    [InlineData("1.20.2", "node.kubernetes.io/unschedulable", true)]
    [InlineData("1.20.2", "node.kubernetes.io/disk-pressure", false)]
    [InlineData("1.3.10", "node.kubernetes.io/unschedulable", false)]
    public void A_cordon_may_be_tolerated(string version, string taint, bool holds)
    {
        var world = PlantedWorld.Of(version);
        var tolerant = PlantedWorld.PodObject("p");
        tolerant = tolerant with
        {
            Spec = tolerant.Spec with
            {
                Tolerations = new Parsed<IReadOnlyList<Toleration>>([new Toleration(taint, "Exists", "", "NoSchedule")]),
            },
        };
        world.At(10.Seconds()).Put(PlantedWorld.NodeObject("n1") with { Spec = new NodeSpec { Unschedulable = true } });
        world.At(9.Minutes()).Bind(tolerant, "n1");
        if (holds) world.Holds();
        else world.Breaks("PodBelongsToASchedulableNode", "pod default/p was bound to n1, which was cordoned since 00:00:10");
    }

    [Theory]
    [InlineData("1.20.2", 22, true)]
    [InlineData("1.20.2", 23, false)]
    [InlineData("1.3.10", 22, false)]
    public void A_refused_owner_may_wait_long_before_it_tries_again(string version, int minutes, bool holds)
    {
        var world = PlantedWorld.Of(version);
        world.Put(Workloads.Controller("web", replicas: 2, milliCpu: 100));
        world.Fact(ObservationKind.CreationForbidden, "default/web");
        world.At(minutes.Minutes()).Fact(ObservationKind.RunEnded, "east");
        if (holds) world.Holds();
        else
        {
            world.Breaks(
                "ReplicasAreComplete", "ReplicationController default/web wants 2 replicas and has 0, and nothing has changed since "
                    + "00:00:00");
        }
    }

    [Fact]
    public void An_eviction_that_counts_was_allowed()
    {
        var world = PlantedWorld.Of(Later);
        var budget = world.Put(Budget(1));
        budget = world.Put(budget with { Status = Evicted(0, "a") });
        world.Holds();
        world.Put(budget with { Status = Evicted(0, "a", "b") });
        world.Breaks(
            "BudgetsHoldAgainstEvictions", "budget default/b allowed 0 and then 0 disruptions while b was evicted");
    }

    [Theory]
    [InlineData("OrderedReady", true)]
    [InlineData("Parallel", false)]
    public void Pods_of_a_set_come_in_order_unless_it_is_parallel(string policy, bool isBroken)
    {
        var world = PlantedWorld.Of(Later);
        var set = world.Put(Pets.Set("web", 3) with { PodManagementPolicy = policy });
        world.At(1.Minutes()).Create(Of(set, 0, isReady: true));
        world.At(2.Minutes()).Create(Of(set, 1, isReady: false));
        world.Holds();
        world.At(3.Minutes()).Create(Of(set, 2, isReady: false));
        if (isBroken) world.Breaks("StatefulPodsComeInOrder", "pod default/web-2 was created although web-1 has never been ready");
        else world.Holds();
    }

    private static Pod Of(PetSet set, int ordinal, bool isReady)
    {
        var pod = PlantedWorld.PodObject($"{set.Name}-{ordinal}");
        var ready = new Condition(isReady ? ConditionStatus.True : ConditionStatus.False, "", null);
        return pod with
        {
            Metadata = pod.Metadata with { CreatedBy = new ObjectReference("PetSet", set.Key, set.Metadata.Uid) },
            Status = new PodStatus { Phase = PodPhase.Running, Ready = ready },
        };
    }

    private static ObjectMeta Marked(Pod pod, long grace) =>
        pod.Metadata with { DeletionTimestamp = Instant.Start, DeletionGracePeriodSeconds = grace };

    private static PodDisruptionBudget Budget(int allowed) => new()
    {
        Metadata = new ObjectMeta { Name = "b", Namespace = "default" },
        Status = new DisruptionStatus { DisruptionsAllowed = allowed },
    };

    private static DisruptionStatus Evicted(int allowed, params string[] pods) => new()
    {
        DisruptionsAllowed = allowed,
        DisruptedPods = pods.ToDictionary(pod => pod, _ => Instant.Start),
    };
}
