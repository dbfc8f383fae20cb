using Simulator.Reports.Summaries;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class SummaryJsonTests
{
    [Fact]
    public void The_tiny_run_gives_the_golden_file()
    {
        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reports", "tiny.summary.json"));
        Assert.Equal(golden, SummaryJson.Write(TinyRun.SumUp(TinyRun.ZoneLoss)), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var scenario = TinyRun.Scenario with { Expectations = [new("recovery.allReplicasReady", 1, 120)] };
        var json = SummaryJson.Write(TinyRun.SumUp(TinyRun.ZoneLoss, scenario));
        var read = SummaryJson.Read(json);
        Assert.Equal(json, SummaryJson.Write(read));
        Assert.Equal((307, 1), (read.Measure("recovery.allReplicasReady"), read.Missed));
    }
}
