using Simulator.Api;
using Simulator.Reports.Plots;
using Simulator.Reports.Tables;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>CPU that pods with a load requested and used, what machines draw by it, and what their disks cost.</summary>
public sealed class EnergyTests
{
    /// <summary>
    /// Two machines of two CPUs in a pool for 1,000 s; the pods use half a core in its first half, all they request in the second.
    /// </summary>
    private const string Facts = """
        0    NodeAdded           e-0001      za        2000 4000
        0    NodeAdded           e-0002      zb        2000 4000
        0    WorkloadScaled      default/w   ReplicationController 2
        0    ClusterStarted      east        -         2
        500  CpuUsed             e           -         250000 1000000
        1000 CpuUsed             e           -         1000000 1000000
        1000 CpuUsedOfRun        default/w   -         1250000 2000000
        1000 RunEnded            east

        """;

    [Fact]
    public void Used_and_requested_CPU_are_measures_and_columns_and_a_curve()
    {
        var run = TinyRun.Record(Facts, Powered(null));
        var summary = TinyRun.SumUp(run);
        Assert.Equal(0.556, summary.Measures["cpu.requested"]);
        Assert.Equal(0.347, summary.Measures["cpu.used"]);
        Assert.Equal(0.625, summary.Measures["cpu.usedShare"]);
        using var text = new StringWriter();
        RunTables.WriteTimeSeries(text, run);
        var lines = text.ToString().Split('\n');
        Assert.EndsWith(",cpu_requested,cpu_used", lines[0].TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith(",2,0.5", lines[1].TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith(",2,2", lines[^2].TrimEnd(), StringComparison.Ordinal);
        Assert.Contains(
            RunPlots.Draw(summary, run),
            picture => picture is { Name: "elasticity" } && picture.Caption.Contains("CPU", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_draws_between_idle_and_busy_by_the_CPU_that_is_used()
    {
        var summary = TinyRun.SumUp(Facts, Powered(new MachinePower(100, 300, "test")));
        var (hours, busy) = (2000 / 3600.0, 1250 / 3600.0 / 2);
        Assert.Equal(100 * hours / 1000, summary.Measures["energy.idle"], 0.0006);
        Assert.Equal(((100 * hours) + (200 * busy)) / 1000, summary.Measures["energy.total"], 0.0006);
        Assert.Equal(summary.Measures["energy.total"], summary.Pools![0].Energy);
    }

    [Fact]
    public void Without_watts_or_without_any_use_there_is_no_energy()
    {
        Assert.DoesNotContain("energy.total", TinyRun.SumUp(Facts, Powered(null)).Measures.Keys);
        var idle = string.Join('\n', Facts.Split('\n').Where(line => !line.Contains("CpuUsed", StringComparison.Ordinal)));
        var summary = TinyRun.SumUp(idle, Powered(new MachinePower(100, 300, "test")));
        Assert.DoesNotContain("energy.total", summary.Measures.Keys);
        Assert.Null(summary.Pools![0].Energy);
    }

    [Fact]
    public void A_boot_disk_is_paid_for_by_the_month_where_the_pool_says_which()
    {
        var pool = Powered(null).Clusters[0].NodePools[0] with { DiskPrice = new DiskPrice(0.04, 0.17, "2024, test") };
        Assert.DoesNotContain("cost.bootDisks", TinyRun.SumUp(Facts, Pool(pool)).Measures.Keys);
        var ssd = TinyRun.SumUp(Facts, Pool(pool with { BootDisk = DiskClass.Ssd, BootDiskGigabytes = 730 }));
        Assert.Equal(0.17 * 2000 / 3600, ssd.Measures["cost.bootDisks"], 0.0001);
        Assert.Equal((3.6 + 0.17) * 2000 / 3600, ssd.Measures["cost.total"], 0.0001);
        Assert.Equal("test; disks: 2024, test", ssd.Pools![0].PriceSource);
    }

    private static Scenario Powered(MachinePower? power) => Pool(new NodePoolSpec
    {
        Name = "e",
        Count = 2,
        Capacity = ResourceList.Of([KeyValuePair.Create(ResourceNames.Cpu, Quantity.FromUnits(2))]),
        Limits = new SizeLimits(1, 5),
        Price = new MachinePrice(3.6, null, "test"),
        Power = power,
    });

    private static Scenario Pool(NodePoolSpec pool) =>
        TinyRun.Scenario with { Clusters = [TinyRun.Scenario.Clusters[0] with { NodePools = [pool] }] };
}
