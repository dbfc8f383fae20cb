using System.CommandLine;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs.Serving;

/// <summary><c>simulator clock</c>: shows and changes the clock of a simulator that serves.</summary>
internal static class ClockVerb
{
    public static Command Create(Screen screen)
    {
        var server = new ServerOptions();
        var speed = new Option<string?>("--speed") { Description = "From now on: 1x, 60x and the like, max, paused.", HelpName = "SPEED" };
        var pause = new Option<bool>("--pause") { Description = "Stops simulated time." };
        var step = new Option<string?>("--step")
        {
            Description = "Pauses, and goes on to the next event or decision.",
            HelpName = "event|decision",
        };
        var until = new Option<string?>("--until")
        {
            Description = "Goes on to a moment of the run, such as 12m, and pauses there.",
            HelpName = "TIME",
        };
        var verb = new Command(
            "clock", "Shows and changes the clock of a simulator that serves.") { speed, pause, step, until };
        server.AddTo(verb);
        verb.SetAction(async (parsed, _) =>
        {
            if (server.Read(parsed, screen) is not { } client) return ExitCode.WrongInput;
            var asked = await Ask(client, parsed.GetValue(speed), parsed.GetValue(pause), parsed.GetValue(step), parsed.GetValue(until));
            if (asked is not null) screen.Out.WriteLine(Shown(asked));
            return asked is null ? ExitCode.WrongInput : ExitCode.Done;
        });
        return verb;
    }

    private static Task<JsonNode?> Ask(ServerClient client, string? speed, bool pause, string? step, string? until)
    {
        const string Clock = "/simulator/clock";
        if (until is not null) return client.Ask(HttpMethod.Post, $"{Clock}/step", Body(("until", until), ("speed", speed)));
        if (step is not null) return client.Ask(HttpMethod.Post, $"{Clock}/step", Body(("to", step)));
        if (pause) return client.Ask(HttpMethod.Post, $"{Clock}/pause");
        return speed is null ? client.Ask(HttpMethod.Get, Clock) : client.Ask(HttpMethod.Put, Clock, Body(("speed", speed)));
    }

    private static string Body(params IEnumerable<(string Key, string? Value)> fields)
    {
        var body = new JsonObject();
        foreach (var (key, value) in fields)
        {
            if (value is not null) body[key] = value;
        }

        return body.ToJsonString();
    }

    private static string Shown(JsonNode clock)
    {
        var text = $"{clock["now"]} of the run, {clock["time"]}, {clock["speed"]}";
        if (clock["stopsAt"] is { } stop) text += $" up to {stop}";
        if (clock["heldBy"] is { } holder) text += $"; it waits for the client {holder}";
        return clock["lostSeconds"] is { } lost && lost.GetValue<double>() >= 1 ? $"{text}; {lost} s of wall time behind" : text;
    }
}
