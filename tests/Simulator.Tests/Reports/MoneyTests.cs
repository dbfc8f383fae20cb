using Simulator.Api;
using Simulator.Engine;
using Simulator.Reports.Plots;
using Simulator.Reports.Tables;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>What machines cost, from when the cloud gives them until they are gone, and for whom.</summary>
public sealed class MoneyTests
{
    /// <summary>A machine of the first pool costs a thousandth of a dollar a second, one of the second twice that.</summary>
    private const string Facts = """
        0    NodeAdded         n-0001      za        1000 4294967296
        0    NodeReadyChanged  n-0001      True
        0    PodCreated        default/p1  default/w 500 2147483648
        0    PodBound          default/p1  n-0001
        0    ClusterStarted    east        -         1
        100  MachineRequested  e-0001      e
        150  MachineGiven      e-0001      za        50000000
        350  NodeAdded         e-0001      za        1000 4294967296
        360  NodeReadyChanged  e-0001      True
        400  PodCreated        default/p2  default/w 1000 4294967296
        400  PodBound          default/p2  e-0001

        """;

    private const string Deleted = """
        650  MachineDeleted    e-0001      deleted   500000000
        700  PodRemoved        default/p2  e-0001
        1000 RunEnded          east

        """;

    private static readonly Scenario Priced =
        ScenarioOf(new MachinePrice(3.6, null, "2026, somewhere"), new MachinePrice(99, 7.2, "2025, elsewhere"));

    [Fact]
    public void A_machine_costs_from_when_it_is_given_until_it_is_gone_and_a_pod_its_share_of_that()
    {
        var summary = TinyRun.SumUp(Facts + Deleted, Priced);
        Assert.Equal(2.0, summary.Measures["cost.total"]);
        Assert.Equal(1.0, summary.Measures["cost.idle"]);
        Assert.Equal(0.5, summary.Measures["cost.idleShare"]);
        Assert.Equal([1.0, 1.0], summary.Pools!.Select(pool => pool.Cost));
        Assert.Equal([0.5, 0.5], summary.Pools!.Select(pool => pool.Idle));
        Assert.Equal(("default/w", 1.0), (summary.WorkloadCosts![0].Workload, summary.WorkloadCosts[0].Cost));
    }

    [Fact]
    public void Machines_are_counted_as_they_come_and_go()
    {
        var summary = TinyRun.SumUp(Facts + Deleted, Priced);
        Assert.Equal(2, summary.Measures["machines.max"]);
        Assert.Equal(1, summary.Measures["machines.requested"]);
        Assert.Equal(1, summary.Measures["machines.deleted"]);
        Assert.Equal(0.417, summary.Measures["machines.hours"]);
        Assert.Equal(260, summary.Measures["machineStart.max"]);
        Assert.Equal((0, 1, 0), (summary.Pools![1].MachinesAtStart, summary.Pools[1].MachinesMax, summary.Pools[1].MachinesAtEnd));
    }

    [Fact]
    public void What_never_came_is_counted_and_costs_nothing_and_what_was_given_and_never_started_costs()
    {
        const string Start = """
            0    NodeAdded         n-0001  za  1000 4294967296
            100  MachineRequested  e-0001  e

            """;
        const string End = """
            1000 RunEnded          east

            """;
        var never = TinyRun.SumUp(Start + "200 MachineDeleted e-0001 never~started 0\n" + End, Priced);
        Assert.Equal(1.0, never.Measures["cost.total"]);
        Assert.Equal(1, never.Measures["machines.deleted"]);
        var given = TinyRun.SumUp(Start + "150 MachineGiven e-0001 za\n200 MachineDeleted e-0001 never~started 50000000\n" + End, Priced);
        Assert.Equal(1.1, given.Measures["cost.total"]);
    }

    [Fact]
    public void Where_nobody_says_a_price_there_is_no_cost_and_machines_are_counted_all_the_same()
    {
        var summary = TinyRun.SumUp(Facts + Deleted, ScenarioOf(null, null));
        Assert.DoesNotContain(summary.Measures.Keys, measure => measure.StartsWith("cost.", StringComparison.Ordinal));
        Assert.Equal(0.417, summary.Measures["machines.hours"]);
        Assert.Null(summary.WorkloadCosts);
        Assert.Null(summary.Pools![0].Cost);
    }

    [Fact]
    public void The_table_over_time_says_what_each_pool_has_and_costs()
    {
        using var text = new StringWriter();
        RunTables.WriteTimeSeries(text, TinyRun.Record(Facts + Deleted, Priced));
        var rows = text.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.EndsWith("machines_n,ready_n,dollars_per_h_n,machines_e,ready_e,dollars_per_h_e", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(",1,1,3.6,1,0,7.2", rows[201], StringComparison.Ordinal);
        Assert.EndsWith(",1,1,3.6,1,1,7.2", rows[501], StringComparison.Ordinal);

        // The API still calls the node ready: nobody has looked yet.
        Assert.EndsWith(",1,1,3.6,0,1,0", rows[801], StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_and_cost_are_drawn_where_pools_change()
    {
        var run = TinyRun.Record(Facts + Deleted, Priced);
        var picture = Assert.Single(RunPlots.Draw(TinyRun.SumUp(run), run), picture => picture.Name == "elasticity");
        Assert.Contains("machines", picture.Caption, StringComparison.Ordinal);
    }

    private static Scenario ScenarioOf(MachinePrice? stays, MachinePrice? comes) => TinyRun.Scenario with
    {
        Clusters =
        [
            TinyRun.Scenario.Clusters[0] with
            {
                NodePools =
                [
                    new NodePoolSpec { Name = "n", Count = 1, Capacity = ResourceList.Empty, Price = stays },
                    new NodePoolSpec
                    {
                        Name = "e",
                        Count = 0,
                        Capacity = ResourceList.Empty,
                        Price = comes,
                        Limits = new SizeLimits(0, 5),
                        Lifetime = new Constant(TimeSpan.FromHours(20)),
                    },
                ],
            },
        ],
    };
}
