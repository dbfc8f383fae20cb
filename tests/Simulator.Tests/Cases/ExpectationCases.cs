using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Expectations that no run can meet, or that mean something else than was written, are refused before the run.</summary>
public sealed class ExpectationCases
{
    /// <summary>A line of the scenario, and how its one error goes on after the position; "" if it is right.</summary>
    private const string Cases = """
        availability.replicas, atLeast: 99.9    => expect[0].atLeast: 99.9 is more than 1, which is all; did you mean 99.9%?
        availability.replicas, atLeast: 100     => expect[0].atLeast: 100 is more than 1, which is all; did you mean 100%?
        availability.replicas, atLeast: 999     => expect[0].atLeast: 999 is more than all; allowed are shares from 0 to 1, or 0% to 100%
        availability.replicas, atMost: 110%     => expect[0].atMost: 110% is more than all; allowed are shares from 0 to 1, or 0% to 100%
        availability.replicas, atLeast: 5m      => expect[0].atLeast: 5m is a duration, and availability.replicas is a share; allowed are shares such as 0.999 or 99.9%
        availability.replicas, atLeast: 99.9%   =>
        availability.replicas, atLeast: 1       =>
        podStart.p99, atMost: 90%               => expect[0].atMost: 90% is a percentage, and podStart.p99 is a time; allowed are durations such as 15m
        podStart.p99, atMost: 90                =>
        podStart.p99, atMost: 90s               =>
        pods.pendingAtEnd, atMost: 3m           => expect[0].atMost: 3m is a duration, and pods.pendingAtEnd counts pods; allowed are numbers
        pods.pendingAtEnd, atMost: 3%           => expect[0].atMost: 3% is a percentage, and pods.pendingAtEnd counts pods; allowed are numbers
        pods.pendingAtEnd, atMost: -1           => expect[0].atMost: the number -1 is negative; no measure ever is
        replicaSeconds.lost, atMost: 10m        =>
        podStart.p98, atMost: 9s                => expect[0].measure: no measure 'podStart.p98'; did you mean 'podStart.p90'?
        utilization.cpu.a.end, atMost: 90%      =>
        utilization.cpu.x.end, atMost: 90%      => expect[0].measure: no zone of the scenario makes a measure 'utilization.cpu.x.end'; did you mean 'utilization.cpu.a.end'?; allowed are utilization.cpu.a.end, utilization.cpu.b.end
        recovery.zone.x, atMost: 9m             => expect[0].measure: no zone of the scenario makes a measure 'recovery.zone.x'; did you mean 'recovery.zone.a'?
        recovery.zone.a, atMost: 9m             => expect[0].measure: no run of this scenario has recovery.zone.a: no outage of the scenario takes nodes down
        recovery.allReplicasReady, atMost: 9m   => expect[0].measure: no run of this scenario has recovery.allReplicasReady: the scenario has no outages
        detection.first, atMost: 1m             => expect[0].measure: no run of this scenario has detection.first: no outage of the scenario takes nodes down
        eviction.pods, atMost: 1                => expect[0].measure: no run of this scenario has eviction.pods: no outage of the scenario takes nodes down
        pets.longestAbsence, atMost: 9m         => expect[0].measure: no run of this scenario has pets.longestAbsence: the scenario has no PetSet
        names.changes, atMost: 9                => expect[0].measure: no run of this scenario has names.changes: the scenario has no PetSet
        claims.pendingAtEnd, atMost: 0          => expect[0].measure: no run of this scenario has claims.pendingAtEnd: the scenario has no claims
        disks.forcedDetaches, atMost: 0         => expect[0].measure: no run of this scenario has disks.forcedDetaches: the scenario has nothing that uses a disk
        volumes.mount.p99, atMost: 9s           => expect[0].measure: no run of this scenario has volumes.mount.p99: no pod of the scenario has volumes
        availability.users, atLeast: 99%        => expect[0].measure: no run of this scenario has availability.users: the scenario has no traffic
        requests.failed, atMost: 0              => expect[0].measure: no run of this scenario has requests.failed: the scenario has no traffic
        state.writesRefused, atMost: 0          => expect[0].measure: no run of this scenario has state.writesRefused: no application of the scenario keeps state
        """;

    public static TheoryData<string, string> Rows { get; } = new(Cases.Split('\n').Select(line => line.Split("=>", 2)).Select(cells => (
        cells[0].Trim(), cells[1].Trim())));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_bound_is_right_or_gets_its_sentence(string expectation, string sentence)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.With($"+> expect: [{{ measure: {expectation} }}]"));
        var answer = CommandLine.Run("validate", path);
        if (sentence.Length == 0)
        {
            Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
            return;
        }

        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Matches(@"s\.yaml:12:\d+  " + System.Text.RegularExpressions.Regex.Escape(sentence), answer.Error);
        Assert.Contains("1 error", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recovery.zone.a")]
    [InlineData("detection.first")]
    [InlineData("recovery.allReplicasReady")]
    public void With_an_outage_its_measures_are_known(string measure)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write(
            "s.yaml",
            ScenarioText.With(
                $"+> outages: [{{ at: 1m, for: 2m, kind: power-loss, zone: a }}];; +> expect: [{{ measure: {measure}, atMost: 9m }}]"));
        Assert.Equal(ExitCode.Done, CommandLine.Run("validate", path).ExitCode);
    }

    /// <summary>Runs without a warm-up have no steady state: such an expectation could only be missed.</summary>
    [Theory]
    [InlineData("run s.yaml --quiet", ExitCode.WrongInput)]
    [InlineData("replicate s.yaml --seeds 2", ExitCode.WrongInput)]
    [InlineData("replicate s.yaml --seeds 2 --warm-up 5m", ExitCode.Done)]
    [InlineData("replicate plain.yaml --seeds 2", ExitCode.WrongInput)]
    [InlineData("replicate plain.yaml --seeds 2 --warm-up 5m", ExitCode.Done)]
    [InlineData("replicate study.yaml --seeds 2", ExitCode.Done)]
    [InlineData("sweep s.yaml --set seed=1,2 --seeds 1", ExitCode.WrongInput)]
    [InlineData("validate s.yaml plain.yaml study.yaml", ExitCode.Done)]
    public void The_steady_state_is_only_of_runs_with_a_warm_up(string line, int code)
    {
        using var folder = new ScratchFolder();
        const string Expectation = "expect: [{ measure: steady.pods.pending, atMost: 0 }]";
        folder.Write("s.yaml", ScenarioText.With($"+> {Expectation}"));
        folder.Write("small.yaml", ScenarioText.Small);
        folder.Write("study.yaml", $"study: steady\nscenario: small.yaml\nwarmUp: 5m\n{Expectation}\n");
        folder.Write("plain.yaml", $"study: plain\nscenario: small.yaml\n{Expectation}\n");
        string[] words = [.. line.Split(' ').Select(word => word.EndsWith(".yaml", StringComparison.Ordinal)
            ? Path.Combine(folder.Path, word)
            : word)];
        string[] results = words[0] == "validate" ? [] : ["--out", Path.Combine(folder.Path, "out")];
        var answer = CommandLine.Run([.. words, .. results]);
        Assert.Equal(code, answer.ExitCode);
        if (code == ExitCode.Done) return;
        Assert.Matches(
            @"\.yaml:\d+:\d+  expect\[0\]\.measure: no run of this scenario has steady\.pods\.pending: "
                + "only runs of replicate with --warm-up have a steady state",
            answer.Error);
    }

    [Theory]
    [InlineData("detection.first, atMost: 1m", "No node of an outage was ever marked not ready.")]
    [InlineData(
        "recovery.zone.b, atMost: 1m", "No node of this zone was taken down, or not all that were had come back when the run ended.")]
    public void What_does_not_come_is_missed_and_told_why(string expectation, string sentence)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write(
            "s.yaml",
            ScenarioText.With(
                $"+> outages: [{{ at: 1m, for: 5s, kind: network-cut, zone: a }}];; +> expect: [{{ measure: {expectation} }}]"));
        var answer = CommandLine.Run("run", path, "--quiet", "--out", Path.Combine(folder.Path, "out"));
        Assert.Equal(ExitCode.Missed, answer.ExitCode);
        Assert.Contains(sentence, Words(answer.Out), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_scenario_plans_and_what_does_not_happen_is_part_of_the_answer()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write(
            "s.yaml",
            ScenarioText.With("10>       - generate: { count: 2, replicas: 30, cpu: 1, memory: 1Gi };; +> outages: [{ after: allReady + "
                + "15s, kind: power-loss, zone: a }];; +> operations: [{ after: outage a + 1m, cordon: p-0001 }]"));
        var answer = CommandLine.Run("run", path, "--quiet", "--out", Path.Combine(folder.Path, "out"));
        var words = Words(answer.Out);
        Assert.Contains(
            "Not done: power-loss of a (allReady + 15s: the replicas of cluster c were never all ready).", words, StringComparison.Ordinal);
        Assert.Contains("Not done: cordon p-0001 (outage a begins + 1m: it never began).", words, StringComparison.Ordinal);
    }

    /// <summary>Without the breaks of lines.</summary>
    private static string Words(string text) => string.Join(' ', text.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
}
