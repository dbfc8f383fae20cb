using System.CommandLine;
using Simulator.Cli.Bench;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator bench placement</c></summary>
internal static class BenchPlacement
{
    private static readonly Dictionary<string, PlacementPods> Kinds = new()
    {
        ["plain"] = PlacementPods.Plain,
        ["hard-spread"] = PlacementPods.HardSpread,
        ["anti-affinity"] = PlacementPods.AntiAffinity,
    };

    public static Command Create(Screen screen)
    {
        var nodes = BenchVerb.Count("--nodes", "Nodes of the cluster, in three zones.", 5_000, 1_000_000);
        var each = BenchVerb.Count("--pods-per-node", "Pods that run on each node before.", 30, 1_000);
        var decisions = BenchVerb.Count("--decisions", "Passes of one measurement, for templates that run already.", 20_000, 100_000_000);
        var templates = BenchVerb.Count("--templates", "Time so many passes instead, each for a new template.", otherwise: null, 1_000_000);
        var repeat = BenchVerb.Count("--repeat", "Measurements, of which the median is told.", 5, 1_000);
        var pods = new Option<string>("--pods") { Description = "What pods ask for.", DefaultValueFactory = _ => "plain" };
        pods.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var json = OutputOption.Json();
        var verb = new Command(
            "placement", "Times passes of the scheduling framework (filters and scores); a sample is repeated by the plain implementation.")
        {
            nodes, each, decisions, templates, pods, repeat, json,
        };
        verb.SetAction(parsed =>
        {
            var news = parsed.GetValue(templates);
            var plan = new SchedulerBenchPlan
            {
                Nodes = parsed.GetValue(nodes),
                PodsPerNode = parsed.GetValue(each),
                Decisions = news > 0 ? news : parsed.GetValue(decisions),
                NewTemplates = news > 0,
                Pods = parsed.GetValue(pods) == "anti-affinity" ? PodsKind.AntiAffinity : PodsKind.Plain,
                Repeat = parsed.GetValue(repeat),
            };
            return Run(plan, Kinds[parsed.GetValue(pods)!], parsed.GetValue(json), screen);
        });
        return verb;
    }

    private static int Run(SchedulerBenchPlan plan, PlacementPods kind, bool isJson, Screen screen)
    {
        try
        {
            var result = new PlacementBench(plan, kind).Run();
            if (isJson) JsonText.Write(result, screen.Out);
            else screen.Out.WriteLine(BenchVerb.Sentence(result));
            return result.Matching == result.Checked ? ExitCode.Done : ExitCode.Missed;
        }
        catch (BenchFullException full)
        {
            return screen.Refuse(full.Message);
        }
    }
}
