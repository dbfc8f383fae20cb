using Simulator.Cli.Output;
using Simulator.Scenarios.Traces;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The trace that is shipped, in the format in which such traces are published.</summary>
public sealed class ShippedTraceTests
{
    private static string Folder => Path.Combine(Repository.Folder("scenarios"), "traces");

    [Fact]
    public void Its_column_map_is_that_of_the_format() => Assert.Equal(
        TraceFormat.Text("swf").ReplaceLineEndings("\n"),
        File.ReadAllText(Path.Combine(Folder, "swf.columns.yaml")).ReplaceLineEndings("\n"));

    /// <summary>40 rows, two of which were cancelled before they began; four jobs lose their machine and begin anew.</summary>
    [Fact]
    public void It_runs_as_a_workload()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("run", Path.Combine(Folder, "batch-night.yaml"), "--check", "--out", folder.Path);
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        var kinds = File.ReadLines(Path.Combine(folder.Path, "events.csv")).Skip(1).Select(line => line.Split(',')[2]).ToList();
        Assert.Equal((38, 42), (kinds.Count(kind => kind == "PodFinished"), kinds.Count(kind => kind == "PodCreated")));
    }

    [Fact]
    public void It_is_placed_as_a_trace_by_the_format_and_by_its_map()
    {
        using var folder = new ScratchFolder();
        string[] trace = ["trace", Path.Combine(Folder, "jobs.swf"), "--queue", "first-come", "--out", folder.Path];
        var (format, map) = (
            CommandLine.Run([.. trace, "--format", "swf"]),
            CommandLine.Run([.. trace, "--columns", Path.Combine(Folder, "swf.columns.yaml")]));
        foreach (var answer in new[] { format, map })
        {
            Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
            Assert.Contains("38 of 38 pods (100 %) were placed.", answer.Out, StringComparison.Ordinal);
            Assert.Contains("1 min 15 s (p50)", answer.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Column_maps_and_profiles_are_validated_where_they_lie()
    {
        using var folder = new ScratchFolder();
        var map = folder.Write("mine.yaml", TraceFormat.Text("swf").Replace("seconds: run", "secods: run", StringComparison.Ordinal));
        var profile = folder.Write("profile.yaml", """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            profiles:
              - plugins: { score: { enabled: [{ name: ImageLocalty }] }, filter: { enabled: [{ name: OfMyOwn }] } }
            """);
        var answer = CommandLine.Run("validate", folder.Path);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains($"{map}:", answer.Error, StringComparison.Ordinal);
        Assert.Contains("secods", answer.Error, StringComparison.Ordinal);
        Assert.Contains("no plug-in 'ImageLocalty' at score", answer.Error, StringComparison.Ordinal);
        Assert.Contains($"{profile}:4:", answer.Error, StringComparison.Ordinal);
        Assert.Contains("no plug-in 'OfMyOwn' at filter", answer.Error, StringComparison.Ordinal);
    }
}
