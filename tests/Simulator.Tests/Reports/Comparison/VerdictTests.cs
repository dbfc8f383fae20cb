using Simulator.Engine;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.Reports.RunSets;
using Xunit;

namespace Simulator.Tests.Reports.Comparison;

public sealed class VerdictTests
{
    [Fact]
    public void A_pull_request_gets_a_table_worst_first()
    {
        var before = Sides.Of("main", """
            podStart.p99 2.31 2.30 2.35 2.28 2.33
            recovery.allReplicasReady 6959 6950 6970 6961 6955
            cost.total 380 380 380 380 380
            pods.created 100 101 99 100 100
            """);
        var after = Sides.Of("change", """
            podStart.p99 2.33 2.31 2.36 2.29 2.33
            recovery.allReplicasReady 701 695 703 699 707
            cost.total 383.8 383.8 383.8 383.8 383.8
            pods.created 160 161 159 160 161
            """);
        Assert.Equal(
            """
            shop: main against change · 5 runs each, paired by seed (seeds 1 to 5)

            measure                     main      change    difference (95 %)            verdict
            cost.total                  $380.00   $383.80   +$3.80 (+1.0 %)              worse  (allowed: 0.5 %, 0.01 dollars)
            recovery.allReplicasReady   1:55:59   0:11:41   -1:44:18 ± 8.9 s (-89.9 %)   better
            Besides, neither good nor bad: pods.created 100 → 160.2.
            1 worse, 1 better, 1 same of 3 measures
            """,
            Sides.TextOf(Sides.Compare(before, after)), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void One_seed_is_exact_and_says_so()
    {
        var text = Sides.TextOf(Sides.Compare(Sides.Of("a", "podStart.p99 2.0"), Sides.Of("b", "podStart.p99 3.0")));
        Assert.Contains("One seed: the differences are exact for seed 1 and prove nothing about others.", text, StringComparison.Ordinal);
        Assert.Contains("+1 s (+50.0 %)", text, StringComparison.Ordinal);
        Assert.Contains("1 worse of 1 measure", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_of_another_seed_says_nothing()
    {
        var result = Sides.Compare(Sides.Of("a", "podStart.p99 2.0"), Sides.Of("b", "podStart.p99 30", 9));
        Assert.Equal(Verdict.Unclear, result.Overall);
        Assert.Contains("One run of another seed says nothing", Sides.TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_seeds_are_compared_by_chance_in_full()
    {
        var result = Sides.Compare(
            Sides.Of("a", "podStart.p99 2.0 2.1 1.9 2.0 2.2"), Sides.Of("b", "podStart.p99 3.0 3.1 2.9 3.2 3.0", 9));
        Assert.False(result.Pairing.IsBySeed);
        Assert.Equal(Verdict.Worse, result.Overall);
        Assert.Contains("5 against 5 runs, no seed in common", Sides.TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_of_seeds_that_one_side_has_alone_are_left_out()
    {
        var result = Sides.Compare(Sides.Of("a", "podStart.p99 2 2 2 2"), Sides.Of("b", "podStart.p99 2 2 2", 3));
        Assert.Equal((2, Verdict.Same), (result.Pairing.Count, result.Overall));
        Assert.Contains("left out: 2 of a, 1 of b.", Sides.TextOf(result), StringComparison.Ordinal);
    }

    /// <summary>What pairs share is a hundred times as large as what the change costs.</summary>
    [Fact]
    public void Common_seeds_find_what_chance_would_hide()
    {
        const string Slow = "podStart.p99 20 50 90 30 70 40";
        const string Slower = "podStart.p99 25.1 54.9 95.1 34.9 75 45";
        var book = new ThresholdBook(new Dictionary<string, ThresholdRule> { ["podStart.p99"] = new() { Absolute = 1 } });
        Assert.Equal(Verdict.Worse, Sides.Compare(Sides.Of("a", Slow), Sides.Of("b", Slower), book).Overall);
        Assert.Equal(Verdict.Unclear, Sides.Compare(Sides.Of("a", Slow), Sides.Of("b", Slower, 100), book).Overall);
    }

    [Theory]
    [InlineData("availability.users 0.999 0.999 0.999", "availability.users 0.9987 0.9987 0.9987", Verdict.Same)]
    [InlineData("availability.users 0.999 0.999 0.999", "availability.users 0.998 0.998 0.998", Verdict.Worse)]
    [InlineData("availability.users 0.998 0.998 0.998", "availability.users 0.999 0.999 0.999", Verdict.Better)]
    [InlineData("pods.pendingAtEnd 0 0 0", "pods.pendingAtEnd 1 1 1", Verdict.Worse)]
    [InlineData("pods.pendingAtEnd 0 0 0", "pods.pendingAtEnd 0 1 0", Verdict.Unclear)]
    [InlineData("pods.created 10 10 10", "pods.created 90 90 90", Verdict.Same)]
    [InlineData("podStart.p99 2 2 2", "podStart.p99 2.05 2.04 2.06", Verdict.Same)]
    [InlineData("podStart.p99 2 2 2", "podStart.p99 2.05 1.7 2.6", Verdict.Unclear)]
    public void Verdicts_follow_direction_and_threshold(string before, string after, Verdict expected) =>
        Assert.Equal(expected, Sides.Compare(Sides.Of("a", before), Sides.Of("b", after)).Overall);

    [Fact]
    public void Recovered_in_nineteen_of_twenty_is_told_and_judged()
    {
        var ten = string.Join(' ', Enumerable.Repeat("300", 10));
        var all = Sides.Of("a", $"recovery.allReplicasReady {ten} {ten}");
        var few = Sides.Of("b", $"recovery.allReplicasReady {ten} - - - - - - - 300 300 300");
        var one = Sides.Of("c", $"recovery.allReplicasReady {ten} - 300 300 300 300 300 300 300 300 300");
        Assert.Equal(Verdict.Worse, Sides.Compare(all, few).Overall);
        Assert.Equal(Verdict.Better, Sides.Compare(few, all).Overall);
        var result = Sides.Compare(all, one);
        Assert.Equal(Verdict.Unclear, result.Overall);
        Assert.Contains(
            "recovery.allReplicasReady (is there)   20 of 20   19 of 20   -5 % of runs", Sides.TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void One_seed_that_never_recovers_is_worse()
    {
        var result = Sides.Compare(
            Sides.Of("a", "recovery.allReplicasReady 300\npodStart.p99 2"), Sides.Of("b", "recovery.allReplicasReady -\npodStart.p99 2"));
        Assert.Equal(Verdict.Worse, result.Overall);
        Assert.Contains("1 of 1", Sides.TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_evicts_is_a_fact_and_no_failure()
    {
        var result = Sides.Compare(
            Sides.Of("a", "eviction.first 300\npodStart.p99 2"), Sides.Of("b", "eviction.first -\npodStart.p99 2"));
        Assert.Equal((Verdict.Same, 1), (result.Overall, result.Facts.Count));
    }

    [Fact]
    public void Counted_work_counts()
    {
        var before = Sides.Of("a", "podStart.p99 2 2");
        var result = Sides.Compare(WithEvents(before, 100_000), WithEvents(before, 110_000));
        Assert.Equal(Verdict.Worse, result.Overall);
        Assert.Equal("events", Assert.Single(result.Of(Verdict.Worse)).Measure);
    }

    [Fact]
    public void Measures_of_another_version_are_named()
    {
        var result = Sides.Compare(Sides.Of("a", "podStart.p77 1\npodStart.p99 2"), Sides.Of("b", "podStart.p99 2"));
        Assert.Contains("this version does not know them: podStart.p77.", Sides.TextOf(result), StringComparison.Ordinal);
    }

    /// <summary>60 noisy measures, the same on both sides: in at most 5 % of comparisons is any of them called worse or better.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void A_against_A_makes_no_alarm(int otherSeeds)
    {
        const int Comparisons = 200;
        var stream = new RandomStreams(1)["noise"];
        var names = Simulator.Reports.Measures.MeasureCatalog.All.Select(entry => entry.Pattern)
            .Where(name => !name.Contains('<', StringComparison.Ordinal)).Take(60).ToList();
        // Any difference matters: thresholds would hide false alarms.
        var book = new ThresholdBook(names.ToDictionary(
            name => name, _ => new ThresholdRule { Relative = 0, Absolute = 0, Noise = 0 }));
        var alarms = Enumerable.Range(0, Comparisons).Count(_ =>
            Sides.Compare(Drawn("a", 1), Drawn("b", 1 + otherSeeds), book).Overall is Verdict.Worse or Verdict.Better);
        Assert.InRange(alarms, 0, Comparisons * 0.08);

        Side Drawn(string name, int firstSeed) => new(name, Sides.Header, [.. Enumerable.Range(0, 8).Select(i => new RunRow
        {
            Seed = $"{firstSeed + i}",
            Digest = $"{name}{i}",
            Measures = names.ToDictionary(measure => measure, _ => -Math.Log(1 - stream.NextDouble())),
        })]);
    }

    private static Side WithEvents(Side side, long events) =>
        side with { Rows = [.. side.Rows.Select(row => row with { Events = events })] };
}
