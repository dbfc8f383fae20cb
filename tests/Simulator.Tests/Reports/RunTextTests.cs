using Simulator.Reports.Text;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class RunTextTests
{
    /// <summary>Services that take pods that are not ready, too, lose them when they are deleted.</summary>
    [Fact]
    public void Only_pods_that_leave_the_endpoints_are_said_to_leave() => Assert.Equal(
        "1 node marked not ready",
        Moments.Of(TinyRun.SumUp(TinyRun.ZoneLoss.Replace(
            "142  EndpointsChanged", "402  EndpointsChanged", StringComparison.Ordinal))).Single(moment => moment.Name == "noticed").Text);

    [Fact]
    public void A_run_prints_its_outage_moments_reasons_and_expectations()
    {
        var scenario = TinyRun.Scenario with { Expectations = [new("recovery.allReplicasReady", null, 120)] };
        var summary = TinyRun.SumUp(TinyRun.ZoneLoss, scenario);
        var expected = """
            With these settings the loss of za takes 5 min 7 s to heal: noticed after 40 s, evicted after 5 min;
            1 pod had to move.

            za lost power at 0:01:40: 1 node, 1 pod

              noticed         0:02:20        1 node marked not ready, its pods leave the endpoints
              evicted         0:06:40        1 pod from 1 node
              serving again   0:06:47        the workload is at full strength, 5 min 7 s after the outage
              lost meanwhile  5 replica-min  worst: w, up to 50 % of its replicas, below full for 0:05:07

            expected  recovery.allReplicasReady  at most 0:02:00  got 0:05:07   MISSED

            report    results/tiny/report.html
            """;
        Assert.Equal(expected, string.Join('\n', RunText.Lines(summary, "results/tiny/report.html")), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void No_line_is_wider_than_a_hundred_columns()
    {
        var name = string.Concat(Enumerable.Repeat("long-", 12));
        var summary = TinyRun.SumUp(TinyRun.ZoneLoss, TinyRun.Scenario with { Name = name }) with
        {
            Reasons = [string.Concat(Enumerable.Repeat("word ", 60)).TrimEnd()],
        };
        var lines = RunText.Lines(summary, "");
        Assert.True(lines.Count(line => line.Length > 80) >= 2);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void A_quiet_run_says_so() =>
        Assert.Equal(["Nothing failed and nothing was started."], RunText.Lines(TinyRun.SumUp(TinyRun.Settled + "1000 RunEnded east"), ""));
}
