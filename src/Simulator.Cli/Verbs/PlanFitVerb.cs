using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Cli.Output;
using Simulator.Reports.Statistics;
using Simulator.Scenarios.Files;
using Simulator.Studies.Planning.Fit;
using Simulator.World.Explanation.Packing;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator plan fit SCENARIO --pods MANIFEST...</c></summary>
internal static class PlanFitVerb
{
    private static readonly string[] Places = ["zone", "rack", "pool", "node", "nothing"];

    public static Command Create(Screen screen)
    {
        var pods = new Option<string[]>("--pods")
        {
            Description = "Manifests, or folders of them: pods, or controllers with as many pods as they want; together they are one copy.",
            HelpName = "MANIFEST",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        var lose = new Option<string[]>("--lose")
        {
            Description = "What is lost, each alone: zone, rack, pool, node or nothing.",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["zone"],
        };
        lose.AcceptOnlyFromAmong(Places);
        var atLeast = new Option<long?>("--at-least")
        {
            Description = "Exit with 1 if fewer copies fit, now or after any of the losses, or if pods of what is lost find no place.",
            HelpName = "COPIES",
        };
        var (still, json) = (new StillOptions(), OutputOption.Json());
        var verb = new Command("fit", "Says how many more copies of some pods fit into a cluster, and what ends it.")
        {
            still.Path, pods, lose, still.At, still.Cluster, still.Seed, still.Plugin, atLeast, json,
        };
        verb.SetAction(parsed => Fit(
            still.Of(parsed, screen), parsed.GetRequiredValue(pods), [.. parsed.GetRequiredValue(lose).SelectMany(Scopes).Distinct()],
            parsed.GetValue(atLeast), parsed.GetValue(json), screen));
        return verb;
    }

    private static IEnumerable<PlaceScope> Scopes(string place) =>
        place == "nothing" ? [] : [Enum.Parse<PlaceScope>(place, ignoreCase: true)];

    private static int Fit(
        StillClusters? still, string[] paths, IReadOnlyList<PlaceScope> scopes, long? atLeast, bool isJson, Screen screen)
    {
        var diagnostics = new Diagnostics();
        var version = still?.Version;
        var mix = new PodMix(PodManifests.Read(paths, diagnostics, version), version);
        DiagnosticText.Write(diagnostics, screen);
        if (still is null || diagnostics.HasErrors || diagnostics.HasRefusals) return ExitCode.WrongInput;
        foreach (var sentence in mix.LeftOut) screen.Tell(sentence, "yellow");
        if (mix.Size == 0) return screen.Refuse($"--pods {Wording.Listed(paths)}: there is no pod in it that a scheduler places");
        using var interruption = new Interruption(screen.Interruption);
        var answers = still.Take(interruption.Token).Select(cluster => FitPlan.Of(cluster, mix, scopes, interruption.Token)).ToList();
        if (isJson) Output.JsonText.Write(answers.Select(FitDocument.Of), screen.Out);
        else Print(answers, mix, still, screen.Out);
        return Verdict(answers, atLeast, screen);
    }

    private static void Print(IReadOnlyList<FitAnswer> answers, PodMix mix, StillClusters still, TextWriter @out)
    {
        foreach (var answer in answers)
        {
            @out.WriteLine(still.Headline(answer.Cluster));
            var parts = mix.Parts.Select(part => $"{HumanNumber.Count(part.Count, "pod", "pods")} of {part.Title}");
            @out.WriteLine($"one copy: {Wording.Listed(parts)}");
            @out.WriteLine();
            foreach (var line in FitText.Lines(answer)) @out.WriteLine(line);
        }
    }

    private static int Verdict(IReadOnlyList<FitAnswer> answers, long? atLeast, Screen screen)
    {
        if (atLeast is not { } wanted) return ExitCode.Done;
        var missed = answers.SelectMany(answer => answer.All).Where(room => room.Copies < wanted || room.HomelessCount > 0).ToList();
        if (missed.Count == 0) return ExitCode.Done;
        screen.Error.WriteLine($"exit 1: fewer than {wanted} copies fit, or pods find no place, after losing {missed[0].Lost}");
        return ExitCode.Missed;
    }
}
