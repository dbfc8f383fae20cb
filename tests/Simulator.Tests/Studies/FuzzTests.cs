using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Studies.Fuzzing;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Studies;

/// <summary>Spoilt inputs: each is the same whenever it is made, and none brings the program down.</summary>
public sealed class FuzzTests
{
    private static readonly string Shipped = Repository.Folder("scenarios");

    [Fact]
    public void A_seed_makes_one_mutant()
    {
        using var one = new Fuzzer([Shipped], measures: null);
        using var two = new Fuzzer([Shipped], measures: null);
        for (var seed = 1UL; seed <= 50; seed++)
        {
            var (a, b) = (one.MutantOf(seed), two.MutantOf(seed));
            Assert.Equal((a.Title, a.Text), (b.Title, b.Text));
        }
    }

    [Fact]
    public void The_sweep_has_every_key_of_the_language_with_every_extreme_value()
    {
        using var fuzzer = new Fuzzer([Shipped], measures: null);
        var titles = fuzzer.Sweep().Select(@case => @case.Title).ToList();
        foreach (var path in ScenarioSchema.Paths())
        {
            var key = path.Replace("[0]", "[]", StringComparison.Ordinal);
            var cases = titles.Count(title => title.StartsWith($"--set {path}=", StringComparison.Ordinal)
                || title.Contains($": {key}: ", StringComparison.Ordinal));
            Assert.True(cases >= ExtremeValues.All.Count, $"{path} has {cases} cases");
        }
    }

    /// <summary>What the API server refuses is a user's to try: it is accepted, and told.</summary>
    [Fact]
    public void What_is_sound_is_accepted_and_what_is_spoilt_is_refused()
    {
        using var folder = new ScratchFolder();
        folder.Write("a.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n");
        using var fuzzer = new Fuzzer([folder.Path], measures: null);
        var sweep = fuzzer.Sweep()
            .Where(@case => @case.Title.StartsWith("a.yaml: Namespace:metadata.name", StringComparison.Ordinal))
            .ToList();
        foreach (var (value, accepted) in new[] { ("8Ei", true), ("[]", false), ("{}", false) })
        {
            var @case = Assert.Single(sweep, @case => @case.Title.EndsWith($": {value}", StringComparison.Ordinal));
            Assert.Null(fuzzer.Problem(@case, "t", out var isAccepted));
            Assert.Equal(accepted, isAccepted);
        }
    }

    [Fact]
    public void The_verb_tells_how_many_were_tried()
    {
        var answer = CommandLine.Run("fuzz", Shipped, "--count", "5", "--seed", "7");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Out + answer.Error);
        Assert.Matches("^5 of 5 inputs tried, [0-9] were accepted; 0 failed", answer.Out);
        Assert.Equal(ExitCode.WrongInput, CommandLine.Run("fuzz", "no-such-folder").ExitCode);
    }
}
