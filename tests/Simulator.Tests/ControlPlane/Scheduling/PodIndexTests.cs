using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>What indexes keep is bounded by what is there, and letting go of the rest changes no decision.</summary>
public sealed class PodIndexTests
{
    [Fact]
    public void Labels_that_no_pod_carries_any_more_are_let_go()
    {
        var state = TwoNodes();
        for (var i = 0; i < 10_000; i++)
        {
            state.Cache.AddPod(Labelled($"p{i}", i, "n1"));
            if (i > 0) state.Cache.RemovePod(new ObjectKey("default", $"p{i - 1}"));
        }

        Assert.InRange(state.Cache.Index.Classes.Count, 1, 3_000);
    }

    [Fact]
    public void A_template_of_before_still_spreads_when_labels_and_selectors_have_been_let_go()
    {
        var state = TwoNodes();
        var algorithm = SchedulingAlgorithm.Default(new SchedulerSettings());
        var (plain, fast) = (new PlainDecider(algorithm, state), new FastDecider(algorithm, state));
        var template = SmallCluster.Pod("web", "cpu=1 app=web");
        state.Set(SmallCluster.Service("web", "web"));
        for (var i = 0; i < 6_000; i++)
        {
            if (i % 1_000 == 0)
            {
                Assert.Equal(plain.Decide(template, 0), fast.Decide(template, 0));
                state.Cache.AddPod(SmallCluster.Pod($"web{i}", "cpu=1 app=web", i % 2_000 == 0 ? "n1" : "n2"));
            }

            state.Cache.AddPod(Labelled($"p{i}", i, "n1"));
            state.Cache.RemovePod(new ObjectKey("default", $"p{i}"));
            state.Set(SmallCluster.Service($"s{i}", $"a{i}"));
            state.RemoveService(new ObjectKey("default", $"s{i}"));
        }

        Assert.Equal(plain.Decide(template, 0), fast.Decide(template, 0));
        Assert.Equal(0, fast.Work!.Plain);
    }

    [Fact]
    public void A_selector_that_comes_is_seen_only_by_those_that_it_may_select()
    {
        var state = TwoNodes();
        var labels = LabelSet.Of(("app", "web"), ("tier", "front"));
        state.Set(SmallCluster.Service("web", "web"));
        var before = state.Selectors.Index.VersionFor("default", labels);
        state.Set(SmallCluster.Service("db", "db"));
        state.Set(new Service { Metadata = new ObjectMeta { Name = "web", Namespace = "other" }, Selector = LabelSet.Of(("app", "web")) });
        Assert.Equal(before, state.Selectors.Index.VersionFor("default", labels));
        state.Set(SmallCluster.Service("front", "x") with { Selector = LabelSet.Of(("tier", "front")) });
        Assert.NotEqual(before, state.Selectors.Index.VersionFor("default", labels));
    }

    private static ClusterState TwoNodes()
    {
        var state = new ClusterState();
        state.Cache.SetNode(SmallCluster.Node("n1", "cpu=100 mem=100"));
        state.Cache.SetNode(SmallCluster.Node("n2", "cpu=100 mem=100"));
        return state;
    }

    private static Pod Labelled(string name, int number, string node) => SmallCluster.Pod(name, $"cpu=1 app=a{number}", node);
}
