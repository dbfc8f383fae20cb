using System.Text.Json;
using Simulator.Tests.Cli;
using Xunit;

namespace Simulator.Tests.Studies.Risk;

/// <summary>simulator risk, as a user has it.</summary>
public sealed class RiskVerbTests : IDisposable
{
    private const string Timeout = "clusters[0].controlPlane.controller-manager.pod-eviction-timeout";

    private readonly RiskFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_answer_comes_first_then_what_it_comes_from_then_what_it_would_be()
    {
        var answer = Risk("--runs", "60", "--against", $"{Timeout}=30s");
        Assert.Equal(0, answer.ExitCode);
        var lines = answer.Out.Split('\n');
        var first = Array.FindIndex(lines, line => line.StartsWith("availability of default/web-00", StringComparison.Ordinal));
        Assert.Matches(
            @"^availability of default/web-00\d   99\.\d+ % ± 0\.\d+   \(.+ a year; replicas that are ready and serve\)$", lines[first]);
        Assert.Matches(@"^ +\d+ %  (machines|zones|racks|power units) +[\d.]+ a year, .+ lost each: .+ unnoticed", lines[first + 1]);
        Assert.Contains(lines, line => line.StartsWith("with pod-eviction-timeout 30s   99.", StringComparison.Ordinal)
            && line.Contains("better by") && line.EndsWith("(same years, same troubles)"));
        Assert.Contains("troubles at fixed times are left out, as all troubles are drawn: power-loss of a", answer.Error);
        Assert.Contains("operations are left out: scale", answer.Error);
    }

    [Fact]
    public void What_a_service_loses_adds_up()
    {
        Assert.Equal(0, Risk("--runs", "60", "--quiet").ExitCode);
        var (each, perYear) = (_files.Column("lost_each_s", "default/web-001"), _files.Column("per_year", "default/web-001"));
        var lost = _files.Column("lost_per_year_s", "default/web-001");
        Assert.Equal(lost["all"], each.Sum(trouble => trouble.Value * perYear[trouble.Key]) + lost["overlaps"], 0.01);
        foreach (var trouble in each)
        {
            var parts = (string[])["unnoticed_s", "grace_s", "eviction_s", "replacement_s", "start_s", "rest_s"];
            Assert.Equal(trouble.Value, parts.Sum(part => _files.Column(part, "default/web-001")[trouble.Key]), 0.001);
        }

        Assert.Contains("availability", _files.Read("report.html"));
        Assert.Contains("risk", _files.Read("summary.md"));
    }

    [Fact]
    public void The_same_command_says_the_same()
    {
        using var other = new RiskFiles();
        var one = Risk("--runs", "60", "--json").Out;
        var two = CommandLine.Run("risk", other.Scenario, "--runs", "60", "--json", "--out", other.Out).Out;
        Assert.Equal(one, two);
        using var parsed = JsonDocument.Parse(one);
        Assert.Equal(2, parsed.RootElement.GetProperty("variants")[0].GetProperty("services").GetArrayLength());
    }

    [Fact]
    public void A_study_that_was_interrupted_goes_on_where_it_stopped()
    {
        using var whole = new RiskFiles();
        CommandLine.Run("risk", whole.Scenario, "--runs", "60", "--quiet", "--out", whole.Out);
        using var source = new CancellationTokenSource();
        source.Cancel();
        var stopped = CommandLine.Run(source.Token, "risk", _files.Scenario, "--runs", "60", "--quiet", "--out", _files.Out);
        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("the same command goes on from there", stopped.Error);
        var runs = Path.Combine(_files.Out, "runs.jsonl");
        File.WriteAllLines(runs, File.ReadLines(Path.Combine(whole.Out, "runs.jsonl")).Take(21));
        File.AppendAllText(runs, "{\"settings\":[{\"pa"); // killed while it wrote
        Assert.Equal(0, Risk("--runs", "60", "--quiet").ExitCode);
        Assert.Equal(whole.Read("risk.csv"), _files.Read("risk.csv"));
        Assert.Equal(whole.Rows, _files.Rows);
    }

    [Fact]
    public void Runs_of_files_that_were_changed_since_are_made_again()
    {
        Risk("--runs", "40");
        Assert.Contains("runs of before are kept", Risk("--runs", "40").Error);
        File.WriteAllText(_files.Scenario, File.ReadAllText(_files.Scenario).Replace("replicas: 6,", "replicas: 5,"));
        Assert.DoesNotContain("are kept", Risk("--runs", "40").Error);
    }

    [Fact]
    public void Runs_of_another_verb_are_not_thrown_away()
    {
        CommandLine.Run("replicate", _files.Scenario, "--seeds", "2", "--quiet", "--out", _files.Out);
        var answer = Risk("--runs", "40");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("it holds the runs of 'simulator replicate tiny.yaml", answer.Error);
        Assert.Equal(2, _files.Rows);
    }

    [Fact]
    public void Rates_of_a_file_replace_the_published_ones()
    {
        var rates = _files.Write(
            "rates.yaml",
            "rates:\n  - { per: zone, aYear: 2, lasts: 1h }\n  - { kind: api-server-down, per: cluster, aYear: 4, lasts: 20m }\n");
        var answer = Risk("--runs", "40", "--rates", rates);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("rates of rates.yaml", answer.Out);
        var perYear = _files.Column("per_year", "default/web-001");
        Assert.Equal(["east/cluster/api-server-down", "east/zone/power-loss"], perYear.Keys.Order());
        Assert.Equal(4, perYear["east/zone/power-loss"], 0.01);
        Assert.Equal(4, perYear["east/cluster/api-server-down"], 0.01);
    }

    [Theory]
    [InlineData("--years 0: allowed are 1 to 1,000,000", "--years", "0")]
    [InlineData("--runs 7: allowed are 40 to 1,000,000", "--runs", "7")]
    [InlineData("--by money: allowed are requests, replicas, endpoints", "--by", "money")]
    [InlineData("--give-up soon: allowed is a duration above 0 such as 4h", "--give-up", "soon")]
    [InlineData("--against nothing  has no '='", "--against", "nothing")]
    [InlineData("rates.yaml", "--rates", "rates.yaml")]
    public void Wrong_input_gets_a_sentence(string sentence, params string[] args)
    {
        var answer = Risk(args);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(sentence, answer.Error);
        Assert.False(Directory.Exists(_files.Out));
    }

    [Fact]
    public void A_scenario_without_services_has_nothing_to_lose()
    {
        var path = _files.Write("empty.yaml", """
            scenario: empty
            duration: 1h
            clusters:
              - { name: east, zones: [a], nodePools: [{ name: n, machineType: n1-standard-2, count: 2 }] }
            """);
        var answer = CommandLine.Run("risk", path, "--out", _files.Out);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("the scenario has no service and no users: nothing could be lost", answer.Error);
    }

    [Fact]
    public void A_change_that_cannot_be_made_is_told_before_anything_runs()
    {
        var answer = Risk("--against", $"{Timeout}=never");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("pod-eviction-timeout", answer.Error);
    }

    private CommandLine.Answer Risk(params string[] args) =>
        CommandLine.Run(["risk", _files.Scenario, "--out", _files.Out, .. args]);
}
