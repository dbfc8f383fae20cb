using Simulator.Reports.Text;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class ChronicleTests
{
    [Fact]
    public void What_users_and_programs_did_is_told_in_order()
    {
        var summary = TinyRun.SumUp("""
            0    NodeAdded         n1 za 4000 1000
            10   OperationDone     cordon-n1 Ok
            20   OperationDone     drain-n1 Unavailable
            30   ComponentStopped  scheduler-0 crash
            31   LeaderChanged     scheduler -
            46   LeaderChanged     scheduler scheduler-1
            50   ComponentStarted  scheduler-0
            1000 RunEnded          east
            """);
        Assert.Equal(
            ["10 user: cordon-n1", "20 user: drain-n1 failed: "
                + "Unavailable", "30 scheduler-0 stopped (crash)", "31 scheduler has no leader", "46 scheduler-1 leads "
                + "(scheduler)", "50 scheduler-0 started"],
            summary.Chronicle.Select(row => $"{row.At} {row.Text}"));
    }

    [Fact]
    public void A_terminal_shows_a_dozen_and_counts_the_rest()
    {
        var facts = string.Join('\n', Enumerable.Range(1, 20).Select(i => $"{i} OperationDone step-{i} Ok"));
        var lines = RunText.Lines(TinyRun.SumUp($"{facts}\n1000 RunEnded east"), "");
        Assert.Equal(12, lines.Count(line => line.Contains("user: step-", StringComparison.Ordinal)));
        Assert.Contains("and 8 more", lines);
    }

    [Fact]
    public void Many_troubles_are_summed_up_and_not_told_one_by_one()
    {
        var facts = string.Join('\n', Enumerable.Range(0, 5).Select(i => $"{100 + i} OutageStarted n{i} PowerLoss {i}"));
        var summary = TinyRun.SumUp($"{facts}\n1000 RunEnded east");
        Assert.StartsWith("5 troubles in 16 min 40 s (5 × power-loss):", summary.Answer, StringComparison.Ordinal);
        Assert.Equal(["lost meanwhile"], Moments.Of(summary).Select(moment => moment.Name).DefaultIfEmpty("lost meanwhile"));
    }
}
