using System.Text.Json;
using Simulator.Tests.Studies.Planning;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>simulator plan STUDY, as a user has it.</summary>
public sealed class PlanStudyTests : IDisposable
{
    private readonly Town _town = new();

    public void Dispose() => _town.Dispose();

    private string Folder => Path.Combine(Path.GetDirectoryName(_town.Manifest("", "x"))!, "out");

    /// <summary>20 pods of 500m: 8 fit on a node, 7 beside nothing else.</summary>
    private string Study(
        string plan, string expect = "{ measure: pods.pendingAtEnd, atMost: 0 }", string pool = "machineType: n1-standard-4",
        string rest = "seeds: 2")
    {
        _town.Scenario(9, "{ generate: { count: 1, namePrefix: web, replicas: 20, cpu: 500m, memory: 10Mi } }", pool);
        return _town.Manifest($"study: survive\nscenario: town.yaml\nplan: {{ {plan} }}\nexpect: [{expect}]\n{rest}", "study.yaml");
    }

    private CommandLine.Answer Plan(string study, params string[] more) => CommandLine.Run(["plan", study, "--out", Folder, .. more]);

    private const string Count = "smallest: 'clusters[0].nodePools[0].count'";

    /// <summary>
    /// Three nodes take 24; after the loss of a zone two thirds have to: 5 nodes leave 3 after the worst zone, 4 leave 2.
    /// </summary>
    [Fact]
    public void The_smallest_that_survives_a_zone()
    {
        var answer = Plan(
            Study($"{Count}, from: 2, to: 12, lose: each zone, at: 10s, for: 9m"), "--set",
            "clusters[0].controlPlane={ controller-manager: { pod-eviction-timeout: 30s, deleting-pods-qps: 10 } }");
        Assert.True(answer.ExitCode == 0, answer.Error + answer.Out);
        Assert.Contains(
            "The smallest that holds is 5, $0.95 an hour. All objectives are met in 2 of 2 seeds, whichever of 3 places is lost: with 95 "
                + "% confidence they are met in at least 22 % of all seeds.",
            answer.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Breaks first below it, at 4: pods.pendingAtEnd 4 (at most 0) losing a, seed 1.", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Insufficient CPU", answer.Out, StringComparison.Ordinal);
        Assert.Contains("The scenario has 9: 4 to spare, 44 %.", answer.Out, StringComparison.Ordinal);
        Assert.Contains(
            "every run has one thing lost beside", File.ReadAllText(Path.Combine(Folder, "summary.md")), StringComparison.Ordinal);
        Assert.Equal(
            ["plots", "report.html", "runs.jsonl", "summary.json", "summary.md", "tried.csv"],
            Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_finished_search_makes_no_run_again()
    {
        var study = Study($"{Count}, from: 2, to: 12");
        var first = Plan(study, "--json");
        var runs = File.ReadAllLines(Path.Combine(Folder, "runs.jsonl")).Length;
        var second = Plan(study, "--json");
        Assert.Equal(first.Out, second.Out);
        Assert.Equal(runs, File.ReadAllLines(Path.Combine(Folder, "runs.jsonl")).Length);
        using var document = JsonDocument.Parse(first.Out);
        Assert.Equal("3", document.RootElement.GetProperty("answer").GetProperty("clusters[0].nodePools[0].count").GetString());
    }

    [Fact]
    public void It_is_told_of_the_seeds_that_were_run()
    {
        Assert.Equal(0, Plan(Study($"{Count}, from: 2, to: 6"), "--seed", "7", "--quiet").ExitCode);
        Assert.Contains("Seeds 7 to 8,", File.ReadAllText(Path.Combine(Folder, "summary.md")), StringComparison.Ordinal);
    }

    /// <summary>Three machines hold what four of the other scenario hold.</summary>
    [Fact]
    public void The_standard_is_told_beside_the_answer()
    {
        var study = Study($"{Count}, from: 2, to: 6, asGoodAs: {Standard(4, 20)}", expect: "");
        var answer = Plan(study);
        Assert.True(answer.ExitCode == 0, answer.Error + answer.Out);
        Assert.Contains(
            "The standard, other.yaml, has pods.pendingAtEnd 0 on average of 2 runs, and costs $0.76 an hour: 33 % more than this.",
            answer.Out, StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(Folder, "summary.md"));
        Assert.Contains("with the same seeds, and with the scenario's own outages.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standard_is_told_where_no_value_reaches_it()
    {
        var study = Study($"{Count}, from: 1, to: 2, asGoodAs: {Standard(4, 20)}", expect: "");
        var answer = Plan(study);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains(
            "The standard, other.yaml, has pods.pendingAtEnd 0 on average of 2 runs, and costs $0.76 an hour.",
            answer.Out, StringComparison.Ordinal);
    }

    private string Standard(int nodes, int replicas)
    {
        _town.Manifest(
            "scenario: other\nduration: 10m\nclusters: [{ name: c, zones: [a], nodePools: [{ name: p, machineType: n1-standard-4, count: "
                + $"{nodes} }}], workloads: [{{ generate: {{ count: 1, replicas: {replicas}, cpu: 500m, memory: 10Mi }} }}] }}]",
            "other.yaml");
        return "{ scenario: other.yaml, measures: [pods.pendingAtEnd] }";
    }

    [Fact]
    public void Where_no_value_holds_it_says_what_it_tried_and_how_close_it_came()
    {
        var answer = Plan(Study($"{Count}, from: 1, to: 2"));
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("No value from 1 to 2 meets all objectives; tried 1; 2.", answer.Out, StringComparison.Ordinal);
        Assert.Contains("The nearest was 2: pods.pendingAtEnd 4 (at most 0) seed 1.", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_end_of_the_range_holds_it_says_so()
    {
        var answer = Plan(Study($"{Count}, from: 5, to: 9"));
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("The end of the range holds already: less than 5 was not tried.", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_depend_on_the_capacity_is_said()
    {
        var answer = Plan(Study($"{Count}, from: 5, to: 9", "{ measure: pods.pendingAtEnd, atLeast: 1 }"));
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("something else has to change, or the objective", answer.Out, StringComparison.Ordinal);
    }

    /// <summary>72 pods fit on nine nodes.</summary>
    [Fact]
    public void The_largest_load_that_still_holds()
    {
        var answer = Plan(Study("largest: 'clusters[0].workloads[0].generate.replicas', from: 1, to: 100"));
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("The largest that holds is 72, $1.71 an hour.", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Breaks first beyond it, at 73: pods.pendingAtEnd 1", answer.Out, StringComparison.Ordinal);
        Assert.Contains("The scenario has 20: 52 to spare", answer.Out, StringComparison.Ordinal);
    }

    /// <summary>A zone that is away for less than the five minutes of pod-eviction-timeout moves nobody.</summary>
    [Fact]
    public void The_longest_outage_that_still_holds()
    {
        var study = Study("largest: 'outages[0].for', from: 1m, to: 8m, step: 30s", "{ measure: recovery.allReplicasReady, atMost: 3m }");
        File.AppendAllText(
            Path.Combine(Path.GetDirectoryName(study)!, "town.yaml"),
            "\noutages: [{ at: 10s, for: 1m, kind: power-loss, zone: a }]\nduration: 30m\n");
        var scenario = Path.Combine(Path.GetDirectoryName(study)!, "town.yaml");
        File.WriteAllText(scenario, File.ReadAllText(scenario).Replace("duration: 10m\n", "", StringComparison.Ordinal));
        var answer = Plan(study);
        Assert.True(answer.ExitCode == 0, answer.Error + answer.Out);
        Assert.Matches(@"The largest that holds is \d+m(30s)?\b", answer.Out);
        Assert.Contains("Breaks first beyond it", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cheapest_machines()
    {
        // 20 pods of 500m: 3 machines of 4 CPU, 2 of 8 CPU (a pod more fits), 5 of 2 CPU plus one: prices decide.
        var study = Study(
            "cheapest: [{ set: 'clusters[0].nodePools[0].machineType', values: 'n1-standard-2,n1-standard-4,n1-standard-8' }, "
                + "{ set: 'clusters[0].nodePools[0].count', values: 1..12 }]");
        var answer = Plan(study);
        Assert.True(answer.ExitCode == 0, answer.Error + answer.Out);
        Assert.Contains("The cheapest that holds is machineType n1-standard-2, count 5", answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "asks for nothing: it has no 'plan'")]
    public void A_study_without_a_plan_gets_a_sentence(string plan, string sentence)
    {
        Study(plan);
        var answer = CommandLine.Run("plan", _town.Manifest("study: s\nscenario: town.yaml\n", "empty.yaml"));
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_search_keeps_what_is_finished()
    {
        var answer = CommandLine.Run(new CancellationToken(canceled: true), "plan", Study($"{Count}, from: 2, to: 12"), "--out", Folder);
        Assert.Equal(130, answer.ExitCode);
        Assert.Contains("the same command goes on from there", answer.Error, StringComparison.Ordinal);
    }
}
