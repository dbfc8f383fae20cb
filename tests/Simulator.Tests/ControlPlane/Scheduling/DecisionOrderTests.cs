using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>A pod of two services: custom predicates and priorities "just use the first service", of a map.</summary>
public sealed class DecisionOrderTests
{
    private static readonly SchedulerPolicy Policy = new()
    {
        Predicates = [new PredicatePolicy("affinity") { ServiceAffinityLabels = [WellKnownLabels.Zone] }],
        Priorities = [new PriorityPolicy("spread", 1) { ServiceAntiAffinityLabel = WellKnownLabels.Zone }],
    };

    private readonly SchedulingAlgorithm _algorithm = SchedulingAlgorithm.From(Policy, new SchedulerSettings(), out _)!;

    [Fact]
    public void Each_decision_finds_another_first_service_and_both_deciders_the_same()
    {
        var state = TwoServices(new DecisionOrder(7));
        var (plain, fast) = (new PlainDecider(_algorithm, state), new FastDecider(_algorithm, state));
        var pod = Shared();
        var hosts = new HashSet<string>();
        for (var i = 0; i < 200; i++)
        {
            state.Decisions++;
            var decision = plain.Decide(pod, 0);
            Assert.Equal(decision, fast.Decide(pod, 0));
            Assert.Equal(decision, plain.Decide(pod, 0));
            hosts.Add(decision.Host?.Name ?? "nowhere");
        }

        // Every node that is checked looks anew: it may even be that each sees the service of the other zone first.
        Assert.Equal(["a1", "b1", "nowhere"], hosts.Order());
    }

    [Fact]
    public void By_name_where_nobody_draws()
    {
        var state = TwoServices(null);
        var plain = new PlainDecider(_algorithm, state);
        for (var i = 0; i < 50; i++)
        {
            state.Decisions++;
            Assert.Equal("a1", plain.Decide(Shared(), 0).Host!.Name);
        }
    }

    [Fact]
    public void Every_candidate_is_as_often_the_first()
    {
        var order = new DecisionOrder(1);
        var counts = new int[3];
        for (var decision = 0UL; decision < 3000; decision++)
        {
            var ranks = ((string[])["a", "b", "c"]).Select(name => order.RankOf(name, decision, "n")).ToList();
            counts[ranks.IndexOf(ranks.Min())]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 900, 1100));
    }

    /// <summary>Service first has its pod in zone a, service second in zone b; the pod to be placed belongs to both.</summary>
    private static ClusterState TwoServices(DecisionOrder? order)
    {
        var state = new ClusterState { Order = order };
        state.Cache.SetNode(SmallCluster.Node("a1", "cpu=10 mem=100 zone=a"));
        state.Cache.SetNode(SmallCluster.Node("b1", "cpu=10 mem=100 zone=b"));
        state.Set(SmallCluster.Service("first", "first") with { Selector = LabelSet.Of(("first", "yes")) });
        state.Set(SmallCluster.Service("second", "second") with { Selector = LabelSet.Of(("second", "yes")) });
        state.Cache.AddPod(With(SmallCluster.Pod("old-a", node: "a1"), ("first", "yes")));
        state.Cache.AddPod(With(SmallCluster.Pod("old-b", node: "b1"), ("second", "yes")));
        return state;
    }

    private static Pod Shared() => With(SmallCluster.Pod("new"), ("first", "yes"), ("second", "yes"));

    private static Pod With(Pod pod, params (string, string)[] labels) =>
        pod with { Metadata = pod.Metadata with { Labels = LabelSet.Of(labels) } };
}
