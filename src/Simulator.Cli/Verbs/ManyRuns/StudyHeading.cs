using Simulator.Cli.Output;
using Simulator.Reports.Summaries;
using Simulator.Studies.Files;
using Simulator.Studies.Results;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary>What is known of a study before its first run.</summary>
internal static class StudyHeading
{
    /// <param name="verb">With the arguments that are the verb's own.</param>
    /// <exception cref="IOException">A file of the scenario is gone.</exception>
    public static StudyFacts Of(Study study, StudyOptions options, string verb)
    {
        var scenario = study.Scenario.Scenario!;
        var seed = options.Seed ?? scenario.Seed;
        return new StudyFacts
        {
            Name = study.Name,
            About = Headline.Of(scenario with { Seed = seed }, study.Scenario.FlagsThatDiffer, study.Settings),
            Expectations = [.. scenario.Expectations, .. study.Expectations],
            Asked = study.Measures,
            Seed = seed,
            Header = RunHeader.Of(study.Scenario, Command(options, verb, seed)) with
            {
                Settings = study.Settings,
                WarmUp = study.WarmUp?.ToString(),
            },
        };
    }

    private static string Command(StudyOptions options, string verb, ulong seed) =>
        $"simulator {verb.Split(' ', 2)[0]} {ShellWord.Of(ShownPath.Of(options.Path))}{SettingOption.Shown(options.Settings)}"
            + $"{(verb.Contains(' ', StringComparison.Ordinal) ? $" {verb.Split(' ', 2)[1]}" : "")} --seed {seed}"
            + string.Concat(options.Measures.Select(measure => $" --measure {measure}"));
}
