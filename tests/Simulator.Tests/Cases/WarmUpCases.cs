using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Reports.RunSets;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>replicate --warm-up: a cluster that starts empty is full after a while, and from then on nothing changes.</summary>
public sealed class WarmUpCases : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _scenario;
    private readonly string _out;

    public WarmUpCases()
    {
        _scenario = _folder.Write("s.yaml", ScenarioText.With(
            "10>       - generate: { count: 1, replicas: 3, cpu: 100m, memory: 1Gi };;11>     start: empty"));
        _out = Path.Combine(_folder.Path, "out");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_it_there_is_no_steady_state()
    {
        Run();
        Assert.All(RunSetFile.ReadFolder(_out)!.Rows, row => Assert.DoesNotContain("steady.availability.usable", row.Measures.Keys));
    }

    [Theory]
    [InlineData("5m", "The first 5 min of each run are left out of its steady state.")]
    [InlineData("auto", "The warm-up that is left out of the steady state is ")]
    public void What_tells_of_the_start_only_is_left_out(string warmUp, string sentence)
    {
        var answer = Run("--warm-up", warmUp);
        Assert.Contains(sentence, answer.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal));
        Assert.All(RunSetFile.ReadFolder(_out)!.Rows, row =>
        {
            Assert.Equal(1, row.Measures["steady.availability.usable"]);
            Assert.Equal(0, row.Measures["steady.pods.pending"]);
            Assert.Equal(4, row.Measures["steady.nodes.ready"]);
            Assert.InRange(row.Measures["steady.warmUp"], warmUp == "auto" ? 1 : 300, 300);
            Assert.InRange(row.Measures["availability.usable"], 0.5, 0.999);
        });
        Assert.Contains("The steady state is the mean over time, ", File.ReadAllText(Path.Combine(_out, "summary.md")));
        Assert.Contains($" --warm-up {warmUp}", File.ReadAllText(Path.Combine(_out, "summary.json")));
    }

    [Fact]
    public void Nothing_left_out_tells_of_the_start_too()
    {
        Run("--warm-up", "0s");
        Assert.All(
            RunSetFile.ReadFolder(_out)!.Rows,
            row => Assert.InRange(row.Measures["steady.availability.usable"], 0.5, 0.999));
    }

    /// <summary>Outages that come and go: one run says by its stretches how sure it is, also when it is read again.</summary>
    [Fact]
    public void One_run_has_an_interval_of_its_own()
    {
        var path = _folder.Write("r.yaml", ScenarioText.With(
            "2> duration: 5h;;+> random: [{ per: node, between: exponential mean 20m, lasts: exponential mean 2m }]"));
        string[] line = ["replicate", path, "--seeds", "1", "--warm-up", "30m", "--json", "--out", _out];
        var (first, again) = (CommandLine.Run(line), CommandLine.Run(line));
        Assert.Equal(first.Out, again.Out);
        using var document = JsonDocument.Parse(first.Out);
        var measure = document.RootElement.GetProperty("variants")[0].GetProperty("measures").GetProperty("steady.nodes.ready");
        Assert.Equal("batch means", measure.GetProperty("method").GetString());
        Assert.InRange(measure.GetProperty("halfWidth").GetDouble(), 0.001, 2);
        Assert.InRange(measure.GetProperty("value").GetDouble(), 2, 4);
    }

    [Fact]
    public void What_grows_to_the_end_has_not_settled()
    {
        var scales = string.Join(", ", Enumerable.Range(1, 18).Select(i => $"{{ at: {30 * i}s, scale: rc/web-001, replicas: {30 * i} }}"));
        var path = _folder.Write("g.yaml", ScenarioText.With($"+> operations: [{scales}]"));
        var answer = CommandLine.Run("replicate", path, "--seeds", "2", "--warm-up", "auto", "--out", _out);
        Assert.Contains("No run has settled: none has a steady state.", answer.Out);
    }

    [Fact]
    public void A_study_may_say_it_and_another_one_is_another_study()
    {
        _folder.Write("study.yaml", "study: steady\nscenario: s.yaml\nseeds: 2\nwarmUp: 4m\n");
        var study = Path.Combine(_folder.Path, "study.yaml");
        Assert.Contains("The first 4 min of each run", CommandLine.Run("replicate", study, "--out", _out).Out);
        var other = CommandLine.Run("replicate", study, "--warm-up", "auto", "--out", _out);
        Assert.Equal(ExitCode.WrongInput, other.ExitCode);
        Assert.Contains("holds runs with another warm-up (4m; now auto)", other.Error);
    }

    [Theory]
    [InlineData("10m")]
    [InlineData("11m")]
    [InlineData("-1m")]
    [InlineData("long")]
    public void What_is_no_warm_up_is_refused(string warmUp)
    {
        var answer = Run($"--warm-up={warmUp}");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(
            $"--warm-up {warmUp}: allowed is a duration such as 10m that is shorter than the run, or auto (10m)", answer.Error);
    }

    private CommandLine.Answer Run(params string[] more) =>
        CommandLine.Run(["replicate", _scenario, "--seeds", "3", "--out", _out, .. more]);
}
