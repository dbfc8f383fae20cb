using Simulator.Cli.Bench;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>A decision costs what it changes and what its own rules touch: counted, not timed, at two sizes.</summary>
public sealed class GrowthTests
{
    /// <summary>Work of a decision at eight times the nodes and pods, by that of the smaller cluster.</summary>
    private const double Allowed = 1.5;

    public static TheoryData<PodsKind, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<PodsKind, bool>();
            foreach (var kind in Enum.GetValues<PodsKind>())
            {
                kinds.Add(kind, false);
                kinds.Add(kind, true);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_decision_at_4_000_nodes_with_40_000_pods_does_the_work_of_one_at_500_with_5_000(PodsKind kind, bool newTemplates)
    {
        var (small, large) = (WorkAt(500, kind, newTemplates), WorkAt(4_000, kind, newTemplates));
        Assert.Equal((0, 0), (small.LeftToPlain, large.LeftToPlain));
        Grows(nameof(small.NodesJudged), small.NodesJudged, large.NodesJudged, spare: 1);
        Grows(nameof(small.NodesMarked), small.NodesMarked, large.NodesMarked, spare: 1);
        Grows(nameof(small.SelectorsAsked), small.SelectorsAsked, large.SelectorsAsked, spare: 1);
        Grows(nameof(small.PodsWalked), small.PodsWalked, large.PodsWalked, spare: 1);
        Grows(nameof(small.Bytes), small.Bytes, large.Bytes, spare: 256);
    }

    /// <summary>Only a shape never seen before looks at every node, and not even that at their pods.</summary>
    [Fact]
    public void What_a_decision_walks_over_does_not_grow_with_the_pods_of_a_node()
    {
        foreach (var kind in Enum.GetValues<PodsKind>())
        {
            var plan = new SchedulerBenchPlan { Nodes = 300, PodsPerNode = 20, Decisions = 5, NewTemplates = true, Pods = kind };
            Assert.InRange(new SchedulerBench(plan).CountWork().PodsWalked, 0, 60);
        }
    }

    private static SchedulerWork WorkAt(int nodes, PodsKind kind, bool newTemplates) => new SchedulerBench(new SchedulerBenchPlan
    {
        Nodes = nodes,
        PodsPerNode = 10,
        Decisions = 200,
        NewTemplates = newTemplates,
        Pods = kind,
    }).CountWork();

    private static void Grows(string what, double small, double large, double spare) =>
        Assert.True(large <= (small * Allowed) + spare, $"{what} of a decision: {small:N1} in the small cluster, {large:N1} in the large");
}
