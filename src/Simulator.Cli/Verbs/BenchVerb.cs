using System.CommandLine;
using Simulator.Cli.Bench;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator bench scheduler</c> and <c>simulator bench engine</c></summary>
internal static class BenchVerb
{
    public static Command Create(Screen screen) =>
        new("bench", "Measures the speed of the scheduler or of the event engine on this machine.") { Scheduler(screen), Engine(screen) };

    private static Command Scheduler(Screen screen)
    {
        var nodes = Count("--nodes", "Nodes of the cluster.", 5_000, 1_000_000);
        var pods = Count("--pods-per-node", "Pods that run on each node before.", 30, 1_000);
        var decisions = Count("--decisions", "Decisions to time.", 2_000, 100_000_000);
        var json = Json();
        var verb = new Command(
            "scheduler", "Times decisions; a sample is repeated by the plain implementation.") { nodes, pods, decisions, json };
        verb.SetAction(parsed =>
        {
            var result = new SchedulerBench(parsed.GetValue(nodes), parsed.GetValue(pods), parsed.GetValue(decisions))
                .Run(parsed.GetValue(decisions));
            if (parsed.GetValue(json)) JsonText.Write(result, screen.Out);
            else
            {
                screen.Out.WriteLine($"{result.DecisionsPerCpuSecond:N0} decisions a CPU second at {result.Nodes:N0} nodes with "
                    + $"{result.PodsPerNode} pods each; the plain implementation agrees on {result.Matching} of {result.Checked}");
            }
            return result.Matching == result.Checked ? ExitCode.Done : ExitCode.Missed;
        });
        return verb;
    }

    private static Command Engine(Screen screen)
    {
        var pending = Count("--pending", "Timeouts outstanding at any time.", 10_000, 10_000_000);
        var events = Count("--events", "Timeouts to fire, of each kind.", 10_000_000, int.MaxValue);
        var json = Json();
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

    private static Option<bool> Json() => new("--json") { Description = "Print one JSON document." };

    private static Option<int> Count(string name, string description, int otherwise, int max)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any()
                && result.Tokens.Count > 0
                && (!int.TryParse(result.Tokens[0].Value, out var value) || value < 1 || value > max))
            {
                result.AddError($"{name}: found '{result.Tokens[0].Value}'; allowed are whole numbers from 1 to {max}");
            }
        });
        return option;
    }
}
