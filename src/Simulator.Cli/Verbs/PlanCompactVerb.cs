using System.CommandLine;
using Simulator.Api.Words;
using Simulator.Cli.Output;
using Simulator.Studies.Planning.Compact;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator plan compact SCENARIO</c></summary>
internal static class PlanCompactVerb
{
    public static Command Create(Screen screen)
    {
        var trials = new Option<int>("--trials")
        {
            Description = "Drawn orders in which machines are removed; at least 11.",
            HelpName = "N",
            DefaultValueFactory = _ => CompactPlan.TrialsMin,
        };
        var pools = new Option<string[]>("--pool")
        {
            Description = "Remove machines of this pool only; may be given more than once.",
            HelpName = "NAME",
        };
        var (still, json) = (new StillOptions(), OutputOption.Json());
        var verb = new Command("compact", "Says how few machines would do for what runs: they are removed one by one, at random.")
        {
            still.Path, pools, trials, still.At, still.Cluster, still.Seed, still.Plugin, json,
        };
        verb.SetAction(parsed => Compact(
            still.Of(parsed, screen), parsed.GetValue(pools) ?? [], parsed.GetValue(trials), parsed.GetValue(json), screen));
        return verb;
    }

    private static int Compact(StillClusters? still, string[] pools, int trials, bool isJson, Screen screen)
    {
        if (still is null) return ExitCode.WrongInput;
        if (Problem(still, pools, trials) is { } problem) return screen.Refuse(problem);
        using var interruption = new Interruption(screen.Interruption);
        var answers = still.Take(interruption.Token)
            .Select(cluster => CompactPlan.Of(cluster, pools, trials, still.Scenario.Seed, interruption.Token))
            .ToList();
        if (isJson) JsonText.Write(answers.Select(CompactDocument.Of), screen.Out);
        else Print(answers, still, screen.Out);
        return answers.Exists(answer => answer.Trials.Count == 0) ? ExitCode.Missed : ExitCode.Done;
    }

    private static string? Problem(StillClusters still, string[] pools, int trials)
    {
        if (trials < CompactPlan.TrialsMin) return $"--trials {trials}: the 90th percentile wants at least {CompactPlan.TrialsMin}";
        var known = still.Scenario.Clusters.SelectMany(cluster => cluster.NodePools).Select(pool => pool.Name).Distinct().ToList();
        return Array.Find(pools, pool => !known.Contains(pool)) is { } unknown
            ? $"--pool {unknown}: there is no such pool{Wording.DidYouMean(unknown, known)}; there are {Wording.Listed(known)}"
            : null;
    }

    private static void Print(IReadOnlyList<CompactAnswer> answers, StillClusters still, TextWriter @out)
    {
        foreach (var answer in answers)
        {
            @out.WriteLine(still.Headline(answer.Cluster));
            @out.WriteLine();
            foreach (var line in CompactText.Lines(answer)) @out.WriteLine(line);
        }
    }
}
