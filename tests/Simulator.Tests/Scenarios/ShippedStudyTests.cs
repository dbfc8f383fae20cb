using Simulator.Cli.Output;
using Simulator.Studies.Files;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.Tests.Reports.Browser;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>
/// Studies that ship: each is run as a user runs it, scenarios/README.md quotes the first sentence of its page, and a browser sees the
/// page.
/// </summary>
public sealed class ShippedStudyTests(PageShelf shelf) : IClassFixture<PageShelf>, IDisposable
{
    /// <summary>README.md quotes it too.</summary>
    private const string OnFirstPage = "growth";

    private readonly ScratchFolder _results = new();

    public static TheoryData<string, string> Studies { get; } = new()
    {
        { OnFirstPage, "plan" },
        { "eviction-rate", "sweep" },
        { "ttl", "sweep" },
        { "fixed-or-autoscaled", "plan" },
    };

    private static string Folder => Path.Combine(Repository.Root, "scenarios", "studies");

    public void Dispose() => _results.Dispose();

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task A_study_answers_what_its_page_quotes(string name, string verb)
    {
        var file = Path.Combine(Folder, $"{name}.yaml");
        var answer = CommandLine.Run(verb, file, "--out", _results.Path);
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.ExitCode == ExitCode.Done ? "" : answer.Error));
        var told = File.ReadAllLines(Path.Combine(_results.Path, "summary.md"))[2];
        ShippedScenario.ReadmeSays($"### [{name}](studies/{name}.yaml)\n\n{StudyReader.Read(file).Study!.Description}\n\n> {told}\n");
        if (name == OnFirstPage) Assert.Contains($"\n> {told}\n", File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
        var page = Path.Combine(_results.Path, "report.html");
        Assert.True(File.Exists(page));
        if (HeadlessBrowser.Program is null) return;
        await using var tab = await shelf.Browser.OpenAsync(TestContext.Current.CancellationToken);
        await PageCheck.IsSeenWholeAsync(tab, page);
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
