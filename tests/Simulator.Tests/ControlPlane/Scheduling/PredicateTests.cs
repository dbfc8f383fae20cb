using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Cache;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

public sealed class PredicateTests
{
    // What a node has, what runs on it, what is to be placed, and what the default provider says.
    [Theory]
    [InlineData("cpu=10 mem=20", "cpu=2 mem=2", "cpu=8 mem=18", "fits")]
    [InlineData("cpu=10 mem=20", "cpu=3 mem=2", "cpu=8 mem=18", "Insufficient CPU")]
    [InlineData("cpu=10 mem=20", "cpu=2 mem=3", "cpu=8 mem=18", "Insufficient Memory")]
    [InlineData("cpu=10 mem=20", "cpu=20 mem=2", "", "fits")]
    [InlineData("cpu=10 mem=20", "cpu=20 mem=2", "mem=1", "Insufficient CPU")]
    [InlineData("cpu=10 mem=20 pods=1", "", "", "Insufficient PodCount")]
    [InlineData("cpu=10 mem=20", "port=80", "port=80", "PodFitsHostPorts")]
    [InlineData("cpu=10 mem=20", "port=80", "port=81", "fits")]
    [InlineData("taint=k:v:NoSchedule", "", "", "PodToleratesNodeTaints")]
    [InlineData("taint=k:v:PreferNoSchedule", "", "", "PodToleratesNodeTaints")]
    public void Default_provider(string node, string running, string pod, string expected)
    {
        var state = new ClusterState();
        state.Cache.SetNode(SmallCluster.Node("n", node));
        state.Cache.AddPod(SmallCluster.Pod("running", running, "n"));
        var decider = new PlainDecider(SchedulingAlgorithm.Default(new SchedulerSettings()), state);
        Assert.Equal(expected, decider.Check(SmallCluster.Pod("new", pod), state.Cache.Find("n")!).Reason ?? "fits");
    }

    [Theory]
    [InlineData("ready=True", true)]
    [InlineData("ready=False", false)]
    [InlineData("ready=Unknown", false)]
    [InlineData("cpu=1", true)] // A condition that is absent does no harm.
    public void Node_filter(string node, bool isCandidate) =>
        Assert.Equal(isCandidate, NodeFilter.IsCandidate(SmallCluster.Node("n", node)));

    [Theory]
    [InlineData("Gt", "5", "7", true)]
    [InlineData("Gt", "5", "5", false)]
    [InlineData("Lt", "1e3", "999.5", true)]
    [InlineData("Gt", "5", "inf", true)]
    [InlineData("Gt", "5", "NaN", false)]
    [InlineData("Gt", "5", "many", false)]
    [InlineData("Lt", "5", "1e999", false)]
    public void Numbers_in_node_selectors_are_read_as_Go_reads_them(string op, string value, string label, bool expected)
    {
        var term = new NodeSelectorTerm([new SelectorRequirement("n", op, [value])]);
        Assert.True(NodeSelectorMatcher.TryMatch(term, LabelSet.Of(("n", label)), out var matches));
        Assert.Equal(expected, matches);
    }

    [Theory]
    [InlineData("in")]
    [InlineData("Equals")]
    public void An_unknown_operator_makes_the_term_invalid(string op) =>
        Assert.False(NodeSelectorMatcher.TryMatch(new NodeSelectorTerm([new SelectorRequirement("n", op, ["x"])]), LabelSet.Empty, out _));
}
