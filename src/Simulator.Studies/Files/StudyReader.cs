using Simulator.Api.Documents;
using Simulator.Api.Foreign;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files.Assembly;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Sources;
using Simulator.Studies.Axes;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Studies.Files;

/// <summary>Reads study files and the scenario that each names.</summary>
public static class StudyReader
{
    /// <summary>Runs of one variant; more are a mistake.</summary>
    public const int SeedsMax = StudyShape.SeedsMax;

    /// <summary>True if a file means to be a study, rightly or wrongly; what cannot be read is none.</summary>
    public static bool IsStudy(string path) =>
        File.Exists(path) && SourceTree.ReadFile(path, new Diagnostics()).Any(MisplacedFile.IsStudy);

    /// <summary>The study of a file, or all that is wrong with it and with its scenario.</summary>
    /// <param name="measures">Without it every name of a measure will do.</param>
    /// <param name="settings">Changed in every run, beside what the file says.</param>
    public static StudyFile Read(string path, IMeasureBook? measures = null, IReadOnlyList<Setting>? settings = null)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ReadFile(path, diagnostics);
        if (documents.Count != 1 && !diagnostics.HasErrors)
        {
            diagnostics.Error(path, 0, 0, $"the file holds {documents.Count} documents; allowed is one study");
        }
        if (diagnostics.HasErrors) return new StudyFile(null, diagnostics);
        var context = new ReadingContext(diagnostics, ReadingRules.Scenario);
        var draft = StudyShape.Value.Read(new SourceCursor(documents[0], SourcePath.Root, context));
        if (draft is null || draft.Value.Scenario.Length == 0) return new StudyFile(null, diagnostics);
        return Assemble(draft, measures, settings ?? [], diagnostics);
    }

    private static StudyFile Assemble(
        Placed<StudyDraft> placed, IMeasureBook? measures, IReadOnlyList<Setting> settings, Diagnostics diagnostics)
    {
        var draft = placed.Value;
        if (draft.WarmUp is not null) measures = measures?.AfterWarmUp;
        var source = new ScenarioSource(draft.Scenario, measures);
        IReadOnlyList<Setting> all = [.. draft.Settings.Where(own => settings.All(other => other.Path != own.Path)), .. settings];
        var scenario = source.Read(all);
        diagnostics.AddAll(scenario.Diagnostics);
        if (scenario.Scenario is not { } read) return new StudyFile(null, diagnostics);
        var plan = draft.Plan is { } asked ? new PlanAssembly(asked, source, all, read) : null;
        Check(draft, plan?.Example ?? read, measures);
        if (!diagnostics.HasErrors) TellVariants(draft, source, all);
        var search = plan?.Assemble(draft.Seeds, draft.Expectations.Count + read.Expectations.Count > 0, measures);
        var study = new Study
        {
            Name = draft.Name,
            Description = draft.Description,
            Source = source,
            Scenario = scenario,
            Settings = all,
            Seeds = draft.Seeds == 0 ? null : draft.Seeds,
            WarmUp = draft.WarmUp,
            Precision = draft.Precision == 0 ? null : draft.Precision,
            Measures = [.. draft.Measures.Select(cursor => ((SourceScalar)cursor.Node).Text)],
            Axes = [.. draft.Axes.Select(axis => axis.Value)],
            Expectations = [.. draft.Expectations.Select(ToExpectation)],
            Plan = search,
        };
        return new StudyFile(diagnostics.HasErrors ? null : study, diagnostics);
    }

    private static Expectation ToExpectation(Placed<ExpectationDraft> placed) =>
        new(placed.Value.Measure, placed.Value.AtLeast?.Value, placed.Value.AtMost?.Value);

    private static void Check(StudyDraft draft, Scenario scenario, IMeasureBook? measures)
    {
        var check = new ExpectationCheck(measures);
        foreach (var expectation in draft.Expectations) check.Check(expectation, scenario);
        foreach (var measure in draft.Measures)
        {
            if (measures?.Problem(((SourceScalar)measure.Node).Text, scenario) is { } sentence) measure.Error(sentence);
        }

        foreach (var twice in draft.Axes.GroupBy(axis => axis.Value.Path).Where(group => group.Count() > 1))
        {
            twice.Last().Fields.ErrorAt("set", $"the axis {twice.Key} comes twice");
        }
    }

    private static void TellVariants(StudyDraft draft, ScenarioSource source, IReadOnlyList<Setting> common)
    {
        foreach (var error in VariantCheck.Errors(source, common, [.. draft.Axes.Select(axis => axis.Value)]))
        {
            var axis = draft.Axes.FirstOrDefault(axis => axis.Value.Path == error.About?.Path) ?? draft.Axes[^1];
            axis.Fields.ErrorAt(
                "set", error.About is { } setting ? $"with {setting.Value}: {error.Diagnostic.Message}" : error.ToString());
        }
    }
}
