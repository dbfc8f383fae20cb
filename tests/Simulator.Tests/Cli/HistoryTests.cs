using System.Diagnostics;
using Simulator.Cli.Output;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>compare --history over a repository of its own.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose()
    {
        // git makes its objects read-only, which hinders nobody but Windows.
        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }
        _folder.Dispose();
    }

    [Fact]
    public void Measures_are_told_over_the_versions_of_a_baseline()
    {
        Assert.SkipUnless(Git("init", "--quiet"), "no git here");
        Commit(2.0, "2016-08-01");
        Commit(2.01, "2016-08-08");
        Git("rm", "--quiet", "shop.json");
        Git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "away", "--date", "2016-08-09T12:00:00Z");
        Commit(3.5, "2016-08-15");
        Write(1.0);
        var page = Path.Combine(_folder.Path, "page");
        var (code, output, error) = CommandLine.Run("compare", "--history", "shop", "--folder", _folder.Path, "--out", page);
        Assert.Equal(("", ExitCode.Done), (error, code));
        Assert.Contains("shop: 4 baselines, 2016-08-01 ", output, StringComparison.Ordinal);
        Assert.Matches(
            @"podStart\.p99   ▄▄█▁   2 s → 1 s; worse since 2016-08-15 \w+ \(\+1\.49 s \(\+74\.1 %\)\); better since not committed",
                output);
        Assert.Contains("1 other measure stayed as they were.", output, StringComparison.Ordinal);
        Assert.Contains("Measures over the baselines", File.ReadAllText(Path.Combine(page, "report.html")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandLine.Run("compare", "--history", "shop", "--folder", _folder.Path, "--out", page).ExitCode);
    }

    [Fact]
    public void Without_a_repository_there_is_a_sentence()
    {
        Write(1.0);
        var (code, _, error) = CommandLine.Run("compare", "--history", "shop", "--folder", _folder.Path);
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.StartsWith("git", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "nothing.json: there is no such baseline ('simulator baseline accept' writes one)")]
    public void A_name_without_a_baseline_is_refused(string name, string expected)
    {
        var (code, _, error) = CommandLine.Run("compare", "--history", name, "--folder", _folder.Path);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongInput, code);
    }

    private void Write(double start) => _folder.Write("shop.json", FormattableString.Invariant($$"""
        {
          "baseline": 1, "scenario": "shop", "version": "0.1.0", "kubernetes": "1.3.10", "command": "simulator replicate shop.yaml",
          "flags": [], "seeds": ["1", "2"], "digests": ["a", "b"], "events": [5, 5],
          "measures": { "pending.max": [1, 1], "podStart.p99": [{{start}}, {{start}}] }
        }
        """));

    private void Commit(double start, string day)
    {
        Write(start);
        Git("add", "shop.json");
        Git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", day, "--date", $"{day}T12:00:00Z");
    }

    private bool Git(params IEnumerable<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path };
            if (arguments.Contains("--date")) start.Environment["GIT_COMMITTER_DATE"] = arguments.Last();
            using var git = Process.Start(start)!;
            git.WaitForExit();
            return git.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
