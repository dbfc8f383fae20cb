using Simulator.Cli.Output;
using Simulator.Scenarios.Files.Sources;
using Simulator.Studies.Files;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary>What many runs are made of: a study file, or a scenario file as a study of its own.</summary>
internal static class StudyInput
{
    /// <summary>Null, and all that is wrong on the screen, if there are errors.</summary>
    /// <param name="settings">Changed in every run.</param>
    public static Study? Read(StudyOptions options, IReadOnlyList<Setting> settings, Screen screen)
    {
        if (StudyReader.IsStudy(options.Path)) return OfStudy(options, settings, screen);
        var source = new ScenarioSource(options.Path, MeasuresOf(options));
        var file = source.Read(settings);
        if (options.Output == RunOutput.Text || file.Diagnostics.HasErrors) DiagnosticText.Write(file.Diagnostics, screen);
        if (file.Scenario is not { } scenario || !KnowsMeasures(options, MeasuresOf(options), scenario, screen)) return null;
        return new Study { Name = scenario.Name, Source = source, Scenario = file, Settings = settings, Measures = options.Measures };
    }

    private static Study? OfStudy(StudyOptions options, IReadOnlyList<Setting> settings, Screen screen)
    {
        var measures = MeasuresOf(options);
        var (study, diagnostics) = StudyReader.Read(options.Path, measures, settings);
        if (options.Output == RunOutput.Text || diagnostics.HasErrors) DiagnosticText.Write(diagnostics, screen);
        if (study?.WarmUp is not null) measures = measures.AfterWarmUp;
        if (study is null || !KnowsMeasures(options, measures, study.Scenario.Scenario!, screen)) return null;
        return options.Measures.Count > 0 ? study with { Measures = options.Measures } : study;
    }

    private static IMeasureBook MeasuresOf(StudyOptions options) =>
        options.WarmUp is null ? MeasureNames.OfWholeRuns : MeasureNames.OfWholeRuns.AfterWarmUp;

    private static bool KnowsMeasures(StudyOptions options, IMeasureBook measures, Scenario scenario, Screen screen)
    {
        var problems = options.Measures.Select(measure => (measure, problem: measures.Problem(measure, scenario)))
            .Where(pair => pair.problem is not null).ToList();
        foreach (var (measure, problem) in problems) screen.Tell($"--measure {measure}: {problem}", "red");
        return problems.Count == 0;
    }
}
