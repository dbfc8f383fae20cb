using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Studies.Files;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary><c>simulator plan STUDY</c>, <c>plan fit</c>, <c>plan compact</c></summary>
internal static class PlanVerb
{
    public static Command Create(Screen screen)
    {
        var line = new StudyCommandLine(
            "Seeds in which all objectives have to hold; those of the study, or 20, otherwise.", SettingOption.Create());
        var verb = line.Verb(
            "plan",
            "Says how much is needed: the smallest, largest or cheapest that meets the objectives of a study, whatever is lost; "
                + "fit and compact say how much there is.");
        verb.Add(PlanFitVerb.Create(screen));
        verb.Add(PlanCompactVerb.Create(screen));
        verb.SetAction(parsed => line.Read(parsed, screen) is { } options ? Plan(options, screen) : ExitCode.WrongInput);
        return verb;
    }

    private static int Plan(StudyOptions options, Screen screen)
    {
        if (StudyInput.Read(options, options.Settings, screen) is not { } study) return ExitCode.WrongInput;
        if (study.Plan is null)
        {
            return screen.Refuse(
                $"{options.Path} asks for nothing: it has no 'plan'; a study has one, with smallest, largest or cheapest (simulator "
                    + "schema study)");
        }

        try
        {
            return new PlanWork(study with { Plan = WithSeeds(study.Plan, options) }, options, screen).Do();
        }
        catch (InvalidDataException problem)
        {
            return screen.Refuse($"{options.Path}: {problem.Message}");
        }
    }

    private static PlanSpec WithSeeds(PlanSpec plan, StudyOptions options) =>
        options.Seeds is { } seeds ? plan with { Seeds = seeds } : plan;
}
