using Simulator.Reports.Measures;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class ExpectationTests
{
    private static readonly Dictionary<string, double> Measures = new()
    {
        ["recovery.allReplicasReady"] = 900,
        ["availability.replicas"] = 0.99,
        ["pods.created"] = 0,
    };

    [Theory]
    [InlineData("recovery.allReplicasReady", null, 900.0, "met", "at most 0:15:00", "0:15:00")]
    [InlineData("recovery.allReplicasReady", null, 899.9, "MISSED", "at most 0:15:00", "0:15:00")]
    [InlineData("availability.replicas", 0.99, null, "met", "at least 0.99", "0.99")]
    [InlineData("availability.replicas", 0.999, null, "MISSED", "at least 0.999", "0.99")]
    [InlineData("pods.created", 0.0, 0.0, "met", "at least 0, at most 0", "0")]
    public void Bounds_hold_inclusively(string measure, double? least, double? most, string verdict, string bound, string got)
    {
        var row = Evaluate(new Expectation(measure, least, most));
        Assert.Equal((verdict, bound, got), (row.Verdict, row.Bound, row.GotText));
    }

    [Fact]
    public void What_a_run_does_not_have_is_missed_with_a_sentence()
    {
        var row = Evaluate(new Expectation("detection.first", null, 60));
        Assert.Equal((false, null, "nothing"), (row.Met, row.Got, row.GotText));
        Assert.NotEmpty(row.Sentence);
        Assert.Contains(
            "no measure 'detection.frist'", Evaluate(new Expectation("detection.frist", null, 60)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_counts_the_misses_of_its_scenario()
    {
        var scenario = TinyRun.Scenario with
        {
            Expectations = [
                new("recovery.allReplicasReady", null, 307), new("recovery.allReplicasReady", null, 306), new("recovery.zone.za", null, 1)],
        };
        Assert.Equal(2, TinyRun.SumUp(TinyRun.ZoneLoss, scenario).Missed);
    }

    private static ExpectationRow Evaluate(Expectation expectation) => Assert.Single(Expectations.Evaluate([expectation], Measures));
}
