using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Reports.Measures;
using Simulator.Scenarios.Files;
using Simulator.Studies.Risk;
using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Troubles;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator risk SCENARIO</c></summary>
internal static class RiskVerb
{
    public static Command Create(Screen screen)
    {
        var line = new RiskCommandLine();
        var verb = line.Verb;
        verb.SetAction(parsed => line.Read(parsed, screen) is { } options ? Run(options, screen) : ExitCode.WrongInput);
        return verb;
    }

    private static int Run(RiskOptions options, Screen screen)
    {
        var file = ScenarioReader.Read(options.Path, MeasureNames.Instance, options.Settings);
        if (options.Output == RunOutput.Text || file.Diagnostics.HasErrors) DiagnosticText.Write(file.Diagnostics, screen);
        if (file.Scenario is not { } read) return ExitCode.WrongInput;
        var scenario = read with { Seed = options.Seed ?? read.Seed };
        if (!ServiceSelection.Of(scenario).Any() && scenario.Users.Count == 0)
        {
            return screen.Refuse($"{options.Path}  the scenario has no service and no users: nothing could be lost");
        }

        if (VariantsOf(scenario, file, options, screen) is not { } variants) return ExitCode.WrongInput;
        var plan = new RiskPlan
        {
            Variants = variants,
            Runs = options.Runs,
            Years = options.Years,
            Patience = options.Patience,
            Seed = scenario.Seed,
            By = options.By,
        };
        try
        {
            return new RiskResults(plan, scenario, file, options, screen).Make();
        }
        catch (Exception bug) when (BugReport.Annotate(bug, options.Path, scenario.Seed))
        {
            throw;
        }
    }

    /// <summary>The scenario as it is, and with each change; null after errors.</summary>
    private static IReadOnlyList<RiskVariant>? VariantsOf(
        Scenario scenario, ScenarioFile file, RiskOptions options, Screen screen)
    {
        List<RiskVariant?> variants = [VariantOf([], scenario, file, options, screen)];
        foreach (var setting in options.Against.TakeWhile(_ => variants[0] is not null))
        {
            var changed = ScenarioReader.Read(options.Path, MeasureNames.Instance, [.. options.Settings, setting]);
            if (changed.Diagnostics.HasErrors) DiagnosticText.Write(changed.Diagnostics, screen);
            file.Diagnostics.AddFiles(changed.Diagnostics);
            variants.Add(changed.Scenario is { } read
                ? VariantOf([setting], read with { Seed = scenario.Seed }, file, options, screen)
                : null);
        }

        return variants.Contains(null) ? null : [.. variants.OfType<RiskVariant>()];
    }

    private static RiskVariant? VariantOf(
        IReadOnlyList<Setting> settings, Scenario scenario, ScenarioFile file, RiskOptions options, Screen screen)
    {
        var diagnostics = new Diagnostics();
        var rates = options.Rates is { } path ? RatesFile.Read(path, scenario, diagnostics) : null;
        file.Diagnostics.AddFiles(diagnostics);
        if (diagnostics.HasErrors)
        {
            DiagnosticText.Write(diagnostics, screen);
            return null;
        }

        return new RiskVariant(settings, QuietScenario.Of(scenario), TroubleClasses.Of(scenario, rates));
    }
}
