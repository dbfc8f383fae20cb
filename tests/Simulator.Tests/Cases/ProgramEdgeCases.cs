using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Arguments and files that are not what they should be: each gets a sentence in words of its user.</summary>
public sealed class ProgramEdgeCases : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run")]
    [InlineData("validate")]
    [InlineData("explain", "a", "pod")]
    [InlineData("fuzz")]
    [InlineData("conformance")]
    [InlineData("run", "a.yaml", "--out")]
    public void An_empty_argument_is_refused(params string[] before)
    {
        var answer = CommandLine.Run([.. before, ""]);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Equal("an argument is empty; allowed are names, numbers and paths\n", answer.Error.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("rnu x", "no verb 'rnu'; did you mean 'run'; allowed are run, ")]
    [InlineData("schema stduy", "found 'stduy'; did you mean 'study'; allowed are scenario, study, rates")]
    [InlineData("schema nothing", "found 'nothing'; allowed are scenario, study, rates")]
    public void A_slip_is_told_with_what_is_allowed(string line, string sentence)
    {
        var answer = CommandLine.Run(line.Split(' '));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.StartsWith(sentence, answer.Error);
    }

    [Theory]
    [InlineData("""{ "x": 1 }""", "it lacks 'scenario', ")]
    [InlineData("""{ "scenario": 5 }""", "a value is of another kind at scenario in line 1.")]
    [InlineData("{ \n oh", "'o' is an invalid start of a property name. Expected a '\"' in line 2.")]
    [InlineData("null", "The file holds nothing.")]
    public void A_summary_that_was_spoilt_is_told_in_words_of_its_reader(string text, string sentence)
    {
        var folder = Path.Combine(_folder.Path, "out");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "summary.json"), text);
        foreach (var line in (string[][])[["explain", folder, "nodes"], ["compare", folder, folder]])
        {
            var answer = CommandLine.Run(line);
            Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
            Assert.Contains(sentence, answer.Error);
            Assert.DoesNotContain("Simulator.", answer.Error);
            Assert.DoesNotContain("BytePosition", answer.Error);
        }
    }

    [Fact]
    public void A_folder_without_baselines_is_no_success()
    {
        var answer = CommandLine.Run("baseline", "check", "--folder", _folder.Path);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("holds no baselines ('simulator baseline accept' writes one)", answer.Error);
    }
}
