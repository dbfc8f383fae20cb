using System.Diagnostics;
using System.Xml.Linq;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Simulator.Tests.Scenarios;

/// <summary>The workflow that refuses pull requests: its commands are run as the CI service runs them, step by step.</summary>
public sealed class RegressionGateTests : IDisposable
{
    private const string Workflow = ".github/workflows/regression-gate.yml";
    private const string Baseline = "results/baselines/regression-gate.json";
    private const string Gate = "scenarios/studies/regression-gate/gate.yaml";
    private readonly ScratchFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void The_workflow_is_one_that_the_service_takes()
    {
        var root = Root();
        Assert.Subset(
            new HashSet<string> { "name", "on", "permissions", "env", "jobs" },
            root.Children.Keys.Select(key => ((YamlScalarNode)key).Value!).ToHashSet());
        var steps = Steps(root).ToList();
        Assert.All(steps, step => Assert.True(step.Children.ContainsKey("run") != step.Children.ContainsKey("uses"), $"{step}"));
        Assert.Contains(steps, step => Text(step, "uses").StartsWith("actions/setup-dotnet@", StringComparison.Ordinal));
        Assert.DoesNotContain(
            "secrets", File.ReadAllText(Path.Combine(Repository.Root, Workflow)).Split("jobs:")[1], StringComparison.Ordinal);
        Assert.All(
            new[] { "global.json", "src/Simulator.Cli", Gate },
            path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Fact]
    public void What_has_not_changed_passes_and_is_told_in_the_summary()
    {
        AcceptIfRewritten();
        Assert.Equal(0, RunJob(text => text));
        Assert.Contains(
            "paired by seed (seeds 1 to 5)", File.ReadAllText(Path.Combine(_work.Path, "summary.md")), StringComparison.Ordinal);
        Assert.Equal("testsuites", XDocument.Load(Path.Combine(_work.Path, "results/regression-gate.xml")).Root!.Name.LocalName);
        Assert.True(File.Exists(Path.Combine(_work.Path, "results/regression-gate.html")));
    }

    [Fact]
    public void What_is_worse_fails_and_is_told_all_the_same()
    {
        Assert.Equal(1, RunJob(text => text.Replace("pod-eviction-timeout: 5m", "pod-eviction-timeout: 7m", StringComparison.Ordinal)));
        Assert.Contains("worse", File.ReadAllText(Path.Combine(_work.Path, "summary.md")).Split('\n')[0], StringComparison.Ordinal);
    }

    /// <summary>With REWRITE_PAGES=1 what runs now is the baseline; look at the difference before you commit it.</summary>
    private static void AcceptIfRewritten()
    {
        if (!Page.Rewrites) return;
        var folder = Path.Combine(Repository.Root, "results", "baselines");
        CommandLine.Run("baseline", "accept", Path.Combine(Repository.Root, Gate), "regression-gate", "--seeds", "5", "--folder", folder);
    }

    /// <summary>In a folder with the scenario and the baseline; the program is the one that was built with the tests.</summary>
    /// <returns>The exit code of the first step that fails; steps that are always run follow it.</returns>
    private int RunJob(Func<string, string> change)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash on this machine: the commands of the workflow were not run.");
        _work.Write(Gate, change(File.ReadAllText(Path.Combine(Repository.Root, Gate))));
        _work.Write(Baseline, File.ReadAllText(Path.Combine(Repository.Root, Baseline)));
        var failed = 0;
        foreach (var step in Steps(Root()).Where(step => step.Children.ContainsKey("run")))
        {
            if (Text(step, "run").StartsWith("dotnet build", StringComparison.Ordinal)) continue;
            if (failed != 0 && Text(step, "if") != "always()") continue;
            var code = RunStep(Text(step, "run"));
            if (failed == 0) failed = code;
        }

        return failed;
    }

    /// <summary>As the service runs a step: bash -e.</summary>
    private int RunStep(string command)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-e", "-o", "pipefail", "-c", command])
        {
            WorkingDirectory = _work.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SIMULATOR"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "simulator.dll")}";
        start.Environment["GITHUB_STEP_SUMMARY"] = Path.Combine(_work.Path, "summary.md");
        using var process = Process.Start(start)!;
        var told = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode is 0 or 1, $"{command}\n{told.Result}");
        return process.ExitCode;
    }

    private static YamlMappingNode Root()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Repository.Root, Workflow));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode root) =>
        ((YamlMappingNode)root["jobs"]).Children.Values.SelectMany(job => (YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    private static string Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value! : "";
}
