using Simulator.Cli;
using Simulator.Cli.Output;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>What the shell is told, and on which stream.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("", "Required command was not provided.")]
    [InlineData("xyz", "no verb 'xyz'; allowed are run, ")]
    [InlineData("vaildate x", "no verb 'vaildate'; did you mean 'validate'; allowed")]
    [InlineData("bench schedulr", "no verb 'schedulr'; did you mean 'scheduler'; allowed are scheduler, placement, engine, scale, runs")]
    [InlineData("run --sed 3 a.yaml", "no option '--sed'; did you mean '--seed'?")]
    [InlineData("run a.yaml b.yaml", "found 'b.yaml', which is one argument too many")]
    [InlineData("run a.yaml --seed -3", "--seed: found '-3'; allowed are whole numbers from 0")]
    [InlineData("run", "SCENARIO")]
    [InlineData("run a.yaml --seed x", "--seed: found 'x'; allowed are whole numbers from 0")]
    [InlineData("run a.yaml --colour", "no option '--colour'")]
    [InlineData("run --colour", "no option '--colour'")]
    [InlineData("compare a --strickt", "no option '--strickt'; did you mean '--strict'?")]
    [InlineData("baseline check --baselines here", "no option '--baselines'")]
    [InlineData("baseline check nobody", "nobody.json: there is no such baseline")]
    [InlineData("validate -- --colour", "--colour  there is no such file")]
    [InlineData("run nothing.yaml", "nothing.yaml  there is no such file")]
    [InlineData("validate nothing.yaml", "nothing.yaml  there is no such file")]
    [InlineData("conformance nothing.jsonl", "nothing.jsonl")]
    [InlineData("bench engine --pending 0", "--pending: found '0'; allowed are whole numbers from 1")]
    [InlineData(
        "bench scheduler --pods many", "--pods: found 'many'; allowed are plain, spread, node-affinity, anti-affinity, host-port, claim")]
    [InlineData("bench scheduler --templates 0", "--templates: found '0'; allowed are whole numbers from 1")]
    public void Wrong_input_is_2_with_a_sentence_and_an_empty_output(string line, string sentence)
    {
        var answer = CommandLine.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((ExitCode.WrongInput, ""), (answer.ExitCode, answer.Out));
        Assert.Contains(sentence, answer.Error);
        Assert.DoesNotContain("   at ", answer.Error);
        Assert.DoesNotContain("System.", answer.Error);
    }

    [Theory]
    [InlineData("--help", "machine-types")]
    [InlineData("run --help", "--seed")]
    [InlineData("bench scheduler --help", "--decisions")]
    [InlineData("machine-types", "n1-standard-1      1    3.75 GiB  GCE")]
    [InlineData("schema", "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")]
    [InlineData("schema --markdown", "| `pod-eviction-timeout` | duration | `5m` |")]
    public void Done_is_0(string line, string text)
    {
        var answer = CommandLine.Run(line.Split(' '));
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        Assert.Contains(text, answer.Out);
    }

    [Fact]
    public void A_scenario_with_errors_leaves_results_alone()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.With("2> duration: 10;; +> seed: -1"));
        var results = Path.Combine(folder.Path, "results");
        var answer = CommandLine.Run("run", path, "--out", results);
        Assert.Equal((ExitCode.WrongInput, ""), (answer.ExitCode, answer.Out));
        Assert.Contains($"{path}:2:11  duration: found the number 10", answer.Error);
        Assert.Contains("2 errors, 0 remarks", answer.Error);
        Assert.False(Directory.Exists(results));
    }

    [Fact]
    public void A_measure_that_no_run_has_is_found_before_the_run()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.With("+> expect: [{ measure: recovery.allReplicaReady, atMost: 15m }]"));
        var answer = CommandLine.Run("validate", path);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.StartsWith(
            $"{path}:12:21  expect[0].measure: no measure 'recovery.allReplicaReady'; did you mean 'recovery.allReplicasReady'?",
            answer.Error);
    }

    [Fact]
    public void Ctrl_C_is_130_and_writes_no_results()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", ScenarioText.Small);
        var answer =
            CommandLine.Run(new CancellationToken(canceled: true), "run", path, "--quiet", "--out", Path.Combine(folder.Path, "results"));
        Assert.Equal((ExitCode.Interrupted, ""), (answer.ExitCode, answer.Out));
        Assert.Contains("no results were written", answer.Error);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "results")));
    }

    [Fact]
    public void A_bug_is_3_and_says_how_to_report_it()
    {
        using var error = new StringWriter();
        var code = CliProgram.Invoke(["machine-types"], new BrokenWriter(), error, TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Bug, code);
        Assert.Contains("This is a bug in the simulator", error.ToString());
        Assert.Contains("command    simulator machine-types", error.ToString());
        Assert.Contains("InvalidTimeZoneException", error.ToString());
    }

    [Fact]
    public void Shipped_scenarios_are_valid()
    {
        var answer = CommandLine.Run("validate", Repository.Folder("scenarios"));
        Assert.Equal(ExitCode.Done, answer.ExitCode);

        // One is about pods that no node can take, one about more users than can be served, one asks for shares of cards, which
        // only its plug-in counts, and a profile names that plug-in, and some are there for what the other version does with them:
        // all are told so.
        Assert.All(
            answer.Error.Split('\n').Where(line => line.Contains(".yaml:", StringComparison.Ordinal)),
            remark => Assert.Matches("hopeless|retry-storm|fgd/(shares|profile)|two-versions/", remark));
    }

    [Fact]
    public void What_is_not_simulated_is_a_remark_and_no_error()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write(
            "m.yaml",
            "{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n---\n{apiVersion: autoscaling.k8s.io/v1, kind: "
                + "VerticalPodAutoscaler, metadata: {name: a}, spec: {}}");
        var answer = CommandLine.Run("validate", folder.Path);
        Assert.Equal((ExitCode.Done, "1 file is valid"), (answer.ExitCode, answer.Out.Trim()));
        Assert.Equal(
            [$"{path}:3:1  VerticalPodAutoscaler (1 VerticalPodAutoscaler): no such autoscaler runs: replicas and requests stay as they "
                + "are [changes decisions]", "0 errors, 1 remark"],
            answer.Error.Trim().Split('\n').Select(line => line.Trim()));
    }

    /// <summary>An exception that nothing in the program expects.</summary>
    private sealed class BrokenWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidTimeZoneException();
    }
}
