using System.Text.Json;
using System.Text.RegularExpressions;
using Simulator.Cli.Output;
using Simulator.Cli.Verbs;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>Asking why.</summary>
public sealed class ExplainVerbTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _scenario;
    private readonly string _results;
    private readonly string _pod;

    public ExplainVerbTests()
    {
        _scenario = _folder.Write("s.yaml", ScenarioText.Small);
        _results = Path.Combine(_folder.Path, "results");
        Assert.Equal(ExitCode.Done, CommandLine.Run("run", _scenario, "--seed", "7", "--quiet", "--out", _results).ExitCode);
        var close = CommandLine.Run("explain", _results, "pod", "web-001-nobody").Error;
        _pod = $"default/{Regex.Match(close, "close: ([a-z0-9-]+)").Groups[1].Value}";
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pod_of_a_results_folder_is_explained_with_the_folder_s_seed()
    {
        var answer = CommandLine.Run("explain", _results, "pod", _pod);
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.StartsWith($"{_pod}  Running on ", answer.Out);
        Assert.Contains("<- chosen", answer.Out);
        Assert.Contains("bound to ", answer.Out);
        Assert.DoesNotContain("digests differ", answer.Error);
    }

    [Fact]
    public void A_run_that_has_changed_since_is_told()
    {
        var summary = Path.Combine(_results, "summary.json");
        File.WriteAllText(summary, File.ReadAllText(summary).Replace("\"digest\": \"", "\"digest\": \"x", StringComparison.Ordinal));
        Assert.Contains("the digests differ", CommandLine.Run("explain", _results, "pod", _pod).Error);
    }

    [Fact]
    public void Json_is_one_document()
    {
        var answer = CommandLine.Run("explain", _scenario, "pod", _pod, "--seed", "7", "--json", "--at", "0:30");
        using var document = JsonDocument.Parse(answer.Out);
        Assert.Equal(_pod, document.RootElement.GetProperty("pod").GetString());
        Assert.Equal(30, document.RootElement.GetProperty("at").GetDouble());
    }

    [Fact]
    public void A_wrong_name_gets_near_ones()
    {
        var bare = _pod["default/".Length..];
        var answer = CommandLine.Run("explain", _results, "pod", bare[..^1] + "_");
        Assert.Equal((ExitCode.WrongInput, ""), (answer.ExitCode, answer.Out));
        Assert.Contains($"did you mean '{bare}'?", answer.Error);
    }

    [Fact]
    public void A_name_that_no_pod_can_have_is_told_without_a_run()
    {
        var answer = CommandLine.Run("explain", _results, "pod", "wbe-001-x7k2p");
        Assert.Equal((ExitCode.WrongInput, ""), (answer.ExitCode, answer.Out));
        Assert.Equal(
            "there is no pod 'wbe-001-x7k2p' in this run, and none of its workloads makes pods of such a name (close: web-001-, "
                + "web-002-; 2 in all)",
            answer.Error.TrimEnd());
    }

    [Fact]
    public void A_million_names_are_few_lines_and_little_work()
    {
        var names = Enumerable.Range(0, 1_000_000).Select(i => $"default/web-{i / 200:0000}-{i % 200:000}x");
        Assert.Equal(
            "; did you mean 'web-0042-007x'? (close: web-0042-007x, web-0042-000x, web-0042-001x, web-0042-002x, web-0042-003x; "
                + "1,000,000 in all)",
            new NearNames(names).To("web-0042-007y"));
    }

    [Theory]
    [InlineData("99:00:00", "--at 99:00:00: the run goes from 0:00:00 to ")]
    [InlineData("soon", "--at soon: that is no moment; write 1:20:00 or 80m")]
    public void A_wrong_moment_gets_a_sentence(string at, string sentence)
    {
        var answer = CommandLine.Run("explain", _results, "pod", _pod, "--at", at);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.StartsWith(sentence, answer.Error);
    }

    [Fact]
    public void A_node_is_told_of()
    {
        var node = Regex.Match(CommandLine.Run("explain", _results, "node", "nobody").Error, "close: ([a-z0-9-]+)").Groups[1].Value;
        var answer = CommandLine.Run("explain", _results, "node", node);
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.StartsWith($"{node}  in ", answer.Out);
    }

    [Fact]
    public void A_folder_without_results_is_refused()
    {
        var answer = CommandLine.Run("explain", _folder.Path, "pod", "x");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("it is no results folder", answer.Error);
    }
}
