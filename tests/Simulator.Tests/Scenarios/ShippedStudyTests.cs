using Simulator.Cli.Output;
using Simulator.Studies.Files;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>Studies that ship: each is run as a user runs it, and scenarios/README.md quotes the first sentence of its page.</summary>
public sealed class ShippedStudyTests : IDisposable
{
    /// <summary>README.md quotes it too.</summary>
    private const string OnFirstPage = "growth";

    private readonly ScratchFolder _results = new();

    public static TheoryData<string, string> Studies { get; } = new()
    {
        { OnFirstPage, "plan" },
        { "eviction-rate", "sweep" },
        { "ttl", "sweep" },
    };

    private static string Folder => Path.Combine(Repository.Root, "scenarios", "studies");

    public void Dispose() => _results.Dispose();

    [Theory]
    [MemberData(nameof(Studies))]
    public void A_study_answers_what_its_page_quotes(string name, string verb)
    {
        var file = Path.Combine(Folder, $"{name}.yaml");
        var answer = CommandLine.Run(verb, file, "--out", _results.Path);
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.ExitCode == ExitCode.Done ? "" : answer.Error));
        var told = File.ReadAllLines(Path.Combine(_results.Path, "summary.md"))[2];
        ShippedScenario.ReadmeSays($"### [{name}](studies/{name}.yaml)\n\n{StudyReader.Read(file).Study!.Description}\n\n> {told}\n");
        Assert.True(File.Exists(Path.Combine(_results.Path, "report.html")));
        if (name == OnFirstPage) Assert.Contains($"\n> {told}\n", File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
    }

    /// <summary>None is forgotten.</summary>
    [Fact]
    public void Every_study_of_the_folder_is_run() => Assert.Equal(
        Directory.GetFiles(Folder, "*.yaml")
            .Where(file => File.ReadLines(file).First().StartsWith("study:", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal),
        Studies.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
}
