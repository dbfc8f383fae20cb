using Simulator.Cli.Output;
using Simulator.Studies.Files;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Studies;

/// <summary>Files that ask a question of many runs.</summary>
public sealed class StudyFileTests : IDisposable
{
    /// <summary>A line beside those of <see cref="Head"/>, and its error.</summary>
    private const string Cases = """
        seeds: 0                                                => study.yaml:3:8  seeds: '0' is too small; allowed are whole numbers from 1
        seds: 3                                                 => study.yaml:3:1  seds: unknown key; did you mean 'seeds'?
        precision: 5                                            => study.yaml:3:12  precision: found the number 5; allowed is a share above 0 and below 1 such as 5% or 0.05
        measures: [podStart.p98]                                => study.yaml:3:12  measures[0]: no measure 'podStart.p98'; did you mean 'podStart.p90'?
        axes: [{ set: seed }]                                   => study.yaml:3:8  axes[0]: the key 'values' is missing
        axes: [{ set: seed, values: 3..1:1 }]                   => study.yaml:3:29  axes[0].values: '3..1:1' begins after its end
        axes: [{ set: seed, values: 1..3:0 }]                   => study.yaml:3:29  axes[0].values: '1..3:0' has a step of 0
        axes: [{ set: seed, values: [] }]                       => study.yaml:3:29  axes[0].values: has no values: no run would be made
        axes: [{ set: seed, values: [1, 1] }]                   => study.yaml:3:29  axes[0].values: has the value '1' twice
        axes: [{ set: seed, values: 1 }, { set: seed, values: 2 }] => study.yaml:3:41  axes[1].set: the axis seed comes twice
        axes: [{ set: 'clusters[0].nodePols[0].count', values: 1..3 }] => study.yaml:3:15  axes[0].set: with 1: there is no key 'nodePols' in clusters[0]; did you mean 'nodePools'?
        axes: [{ set: 'clusters[0].nodePools[0].count', values: 0..2 }] => study.yaml:3:15  axes[0].set: with 0: clusters[0].nodePools[0].count: '0' is too small
        axes: [{ set: duration, values: [5m, 9] }]              => study.yaml:3:15  axes[0].set: with 9: duration: found the number 9; allowed is a duration
        set: { sed: 1 }                                         => --set sed=1  there is no key 'sed' in the file; did you mean 'seed'?
        expect: [{ measure: pods.pendingAtEnd }]                => study.yaml:3:10  expect[0]: has neither atMost nor atLeast
        expect: [{ measure: pods.pendngAtEnd, atMost: 0 }]      => study.yaml:3:21  expect[0].measure: no measure 'pods.pendngAtEnd'; did you mean 'pods.pendingAtEnd'?
        """;

    private const string Head = "study: t\nscenario: s.yaml\n";

    private readonly ScratchFolder _folder = new();

    public StudyFileTests() => _folder.Write("s.yaml", ScenarioText.Small);

    public static TheoryData<string, string> Wrong { get; } =
        new(Cases.Split('\n').Select(line => line.Split("=> ", 2)).Select(cells => (cells[0].Trim(), cells[1].Trim())));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_gets_its_sentence(string line, string sentence)
    {
        var answer = CommandLine.Run("validate", _folder.Write("study.yaml", Head + line));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.StartsWith(sentence, answer.Error.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_study()
    {
        var path = _folder.Write("study.yaml", $$"""
            {{Head}}
            description: how many
            set: { 'clusters[0].start': empty }
            seeds: 3
            precision: 5%
            measures: [podStart.p99]
            axes:
              - { set: 'clusters[0].nodePools[0].count', values: 4..8:2 }
              - { set: duration, values: [5m, 7m] }
            expect:
              - { measure: pods.pendingAtEnd, atMost: 0 }
            """);
        Assert.Equal(
            (ExitCode.Done, "1 file is valid\n"), (CommandLine.Run("validate", path).ExitCode, CommandLine.Run("validate", path).Out));
        var study = StudyReader.Read(path).Study!;
        Assert.Equal(("t", "how many", 3, 0.05), (study.Name, study.Description, study.Seeds, study.Precision));
        Assert.Equal("clusters[0].start=empty", string.Join(' ', study.Settings));
        Assert.Equal(["4 6 8", "5m 7m"], study.Axes.Select(axis => string.Join(' ', axis.Values)));
        Assert.Equal("pods.pendingAtEnd", Assert.Single(study.Expectations).Measure);
    }

    [Fact]
    public void What_is_typed_counts_more_than_what_the_file_sets()
    {
        var path = _folder.Write("study.yaml", Head + "set: { seed: 4, duration: 5m }");
        var study = StudyReader.Read(path, settings: [new("seed", "7")]).Study!;
        Assert.Equal("duration=5m seed=7", string.Join(' ', study.Settings));
        Assert.Equal(7ul, study.Scenario.Scenario!.Seed);
    }

    [Fact]
    public void A_study_is_no_scenario()
    {
        var answer = CommandLine.Run("run", _folder.Write("study.yaml", Head));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("this is a study of many runs, not a scenario", answer.Error);
    }

    [Fact]
    public void Its_schema_is_printed() => Assert.Contains("\"axes\"", CommandLine.Run("schema", "study").Out);
}
