using System.CommandLine;
using Simulator.Cli.Bench;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator bench scheduler</c> and <c>simulator bench placement</c></summary>
internal static class BenchDecisions
{
    private const string NewTemplates =
        "Time so many decisions instead, each for the only pod of a template never seen before. New are "
        + "its labels (a label version, and app unless the pods spread or keep apart: then it joins an app that runs), its service and "
        + "its controller, which are told just before the decision; its requests are one of five pairs of CPU and memory, its namespace "
        + "one of ten, its pools, host port or zone as those of a running app.";

    public static Command Scheduler(Screen screen)
    {
        var pods = PodsOption.Make();
        return Verb(
            "scheduler", "Times decisions of 1.3's scheduler; a sample is repeated by the plain implementation.", pods,
            (plan, word) => new SchedulerBench(plan with { Pods = PodsOption.Of(word) }).Run(), screen);
    }

    public static Command Placement(Screen screen)
    {
        var pods = PlacementPodsOption.Make();
        return Verb(
            "placement",
            "Times passes of the scheduling framework (filters and scores); a sample is repeated by the plain implementation.", pods,
            (plan, word) => new PlacementBench(plan, PlacementPodsOption.Of(word)).Run(), screen);
    }

    /// <param name="bench">Takes the plan and the word of <paramref name="pods"/>.</param>
    private static Command Verb(
        string name, string description, Option<string> pods, Func<SchedulerBenchPlan, string, SchedulerBenchResult> bench, Screen screen)
    {
        var nodes = BenchVerb.Count("--nodes", "Nodes of the cluster, in three zones and four pools.", 5_000, 1_000_000);
        var each = BenchVerb.Count("--pods-per-node", "Pods that run on each node before.", 30, 1_000);
        var decisions = BenchVerb.Count(
            "--decisions", "Decisions of one measurement, for the templates that run already.", 20_000, 100_000_000);
        var templates = BenchVerb.Count("--templates", NewTemplates, otherwise: null, 1_000_000);
        var repeat = BenchVerb.Count("--repeat", "Measurements, of which the median is told, the slowest and the fastest.", 5, 1_000);
        var json = OutputOption.Json();
        var verb = new Command(name, description) { nodes, each, decisions, templates, pods, repeat, json };
        verb.SetAction(parsed =>
        {
            var news = parsed.GetValue(templates);
            var plan = new SchedulerBenchPlan
            {
                Nodes = parsed.GetValue(nodes),
                PodsPerNode = parsed.GetValue(each),
                Decisions = news > 0 ? news : parsed.GetValue(decisions),
                NewTemplates = news > 0,
                Repeat = parsed.GetValue(repeat),
            };
            return Run(() => bench(plan, parsed.GetValue(pods)!), parsed.GetValue(json), screen);
        });
        return verb;
    }

    private static int Run(Func<SchedulerBenchResult> bench, bool isJson, Screen screen)
    {
        try
        {
            var result = bench();
            if (isJson) JsonText.Write(result, screen.Out);
            else screen.Out.WriteLine(Sentence(result));
            return result.Matching == result.Checked ? ExitCode.Done : ExitCode.Missed;
        }
        catch (BenchFullException full)
        {
            return screen.Refuse(full.Message);
        }
    }

    private static string Sentence(SchedulerBenchResult result)
    {
        var range = result.Measurements > 1 ? $" ({result.Slowest:N0} to {result.Fastest:N0} in {result.Measurements} measurements)" : "";
        var templates = result.NewTemplates ? " for as many new templates" : "";
        return $"{result.DecisionsPerCpuSecond:N0} decisions a CPU second{range}{templates}, {result.BytesPerDecision:N0} bytes each, "
            + $"{result.Pods} pods, at {result.Nodes:N0} nodes with {result.PodsPerNode} pods each; the plain implementation agrees on "
            + $"{result.Matching} of {result.Checked}";
    }
}
