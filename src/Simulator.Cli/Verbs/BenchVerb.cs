using System.CommandLine;
using Simulator.Cli.Bench;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator bench scheduler</c>, <c>simulator bench engine</c>, <c>simulator bench scale</c> and <c>bench runs</c></summary>
internal static class BenchVerb
{
    private const string NewTemplates =
        "Time so many decisions instead, each for the only pod of a template never seen before. New are "
        + "its labels (a label version, and app unless the pods spread or keep apart: then it joins an app that runs), its service and "
        + "its controller, which are told just before the decision; its requests are one of five pairs of CPU and memory, its namespace "
        + "one of ten, its pools, host port or zone as those of a running app.";

    public static Command Create(Screen screen) =>
        new("bench", "Measures the speed of the scheduler, of the event engine, of whole runs or of many runs on this machine.")
        {
            Scheduler(screen), BenchPlacement.Create(screen), Engine(screen), BenchScale.Create(screen), BenchRuns.Create(screen),
        };

    private static Command Scheduler(Screen screen)
    {
        var nodes = Count("--nodes", "Nodes of the cluster, in three zones and four pools.", 5_000, 1_000_000);
        var each = Count("--pods-per-node", "Pods that run on each node before.", 30, 1_000);
        var decisions = Count("--decisions", "Decisions of one measurement, for the templates that run already.", 20_000, 100_000_000);
        var templates = Count("--templates", NewTemplates, otherwise: null, 1_000_000);
        var pods = PodsOption.Make();
        var repeat = Count("--repeat", "Measurements, of which the median is told, the slowest and the fastest.", 5, 1_000);
        var json = OutputOption.Json();
        var verb = new Command(
            "scheduler",
            "Times decisions; a sample is repeated by the plain implementation.") { nodes, each, decisions, templates, pods, repeat, json };
        verb.SetAction(parsed =>
        {
            var news = parsed.GetValue(templates);
            var plan = new SchedulerBenchPlan
            {
                Nodes = parsed.GetValue(nodes),
                PodsPerNode = parsed.GetValue(each),
                Decisions = news > 0 ? news : parsed.GetValue(decisions),
                NewTemplates = news > 0,
                Pods = PodsOption.Of(parsed.GetValue(pods)!),
                Repeat = parsed.GetValue(repeat),
            };
            return Run(plan, parsed.GetValue(json), screen);
        });
        return verb;
    }

    private static int Run(SchedulerBenchPlan plan, bool isJson, Screen screen)
    {
        try
        {
            var result = new SchedulerBench(plan).Run();
            if (isJson) JsonText.Write(result, screen.Out);
            else screen.Out.WriteLine(Sentence(result));
            return result.Matching == result.Checked ? ExitCode.Done : ExitCode.Missed;
        }
        catch (BenchFullException full)
        {
            return screen.Refuse(full.Message);
        }
    }

    internal static string Sentence(SchedulerBenchResult result)
    {
        var range = result.Measurements > 1 ? $" ({result.Slowest:N0} to {result.Fastest:N0} in {result.Measurements} measurements)" : "";
        var templates = result.NewTemplates ? " for as many new templates" : "";
        return $"{result.DecisionsPerCpuSecond:N0} decisions a CPU second{range}{templates}, {result.BytesPerDecision:N0} bytes each, "
            + $"{result.Pods} pods, at {result.Nodes:N0} nodes with {result.PodsPerNode} pods each; the plain implementation agrees on "
            + $"{result.Matching} of {result.Checked}";
    }

    private static Command Engine(Screen screen)
    {
        var pending = Count("--pending", "Timeouts outstanding at any time.", 10_000, 10_000_000);
        var events = Count("--events", "Timeouts to fire, of each kind.", 10_000_000, int.MaxValue);
        var json = OutputOption.Json();
        var verb = new Command("engine", "Times callbacks and processes that wait again and again.") { pending, events, json };
        verb.SetAction(parsed =>
        {
            var result = EngineBench.Run(parsed.GetValue(pending), parsed.GetValue(events));
            if (parsed.GetValue(json)) JsonText.Write(result, screen.Out);
            else
            {
                screen.Out.WriteLine($"{result.CallbackTimeoutsPerSecond:N0} callbacks ({result.BytesPerCallbackEvent:F1} bytes each) "
                    + $"and {result.ProcessTimeoutsPerSecond:N0} process timeouts ({result.BytesPerProcessTimeout:F1} bytes each) a CPU "
                    + $"second at {result.Pending:N0} outstanding");
            }
        });
        return verb;
    }

    internal static Option<int> Count(string name, string description, int? otherwise, int max, int min = 1)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N" };
        if (otherwise is { } value) option.DefaultValueFactory = _ => value;
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any()
                && result.Tokens.Count > 0
                && (!int.TryParse(result.Tokens[0].Value, out var number) || number < min || number > max))
            {
                result.AddError($"{name}: found '{result.Tokens[0].Value}'; allowed are whole numbers from {min} to {max}");
            }
        });
        return option;
    }
}
