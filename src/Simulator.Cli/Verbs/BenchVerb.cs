using System.CommandLine;
using Simulator.Cli.Bench;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator bench</c></summary>
internal static class BenchVerb
{
    public static Command Create(Screen screen) =>
        new("bench", "Measures the speed of the schedulers, of the event engine, of whole runs or of many runs on this machine.")
        {
            BenchDecisions.Scheduler(screen), BenchDecisions.Placement(screen), Engine(screen), BenchScale.Create(screen),
            BenchRuns.Create(screen),
        };

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
