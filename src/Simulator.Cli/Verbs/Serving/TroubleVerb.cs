using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs.Serving;

/// <summary><c>simulator trouble power-loss --zone b</c>, <c>trouble end 1</c>, <c>trouble list</c></summary>
internal static class TroubleVerb
{
    private const string Path = "/simulator/troubles";

    /// <summary>Keys of a scenario's outage.</summary>
    private static readonly string[] Keys =
    [
        "for", "cluster", "node", "nodes", "podNode", "rack", "powerUnit", "nodePool", "zone", "zones", "region", "regions", "oneWay",
        "program", "service", "instance", "share", "rolling", "atOnce", "settle", "factor", "heartbeatDelay", "name",
    ];

    public static Command Create(Screen screen)
    {
        var what = new Argument<string>("KIND") { Description = "A kind of trouble, as in scenarios; or end N, or list." };
        var number = new Argument<string?>("N") { Description = "With end: the number of the trouble.", Arity = ArgumentArity.ZeroOrOne };
        var server = new ServerOptions();
        var keys = Keys.Select(key => new Option<string?>($"--{key}") { Description = $"As the key {key} of a scenario's outage." })
            .ToList();
        var verb = new Command("trouble", "Makes trouble in a simulator that serves, and ends it.") { what, number };
        server.AddTo(verb);
        foreach (var key in keys) verb.Add(key);
        verb.SetAction(async (parsed, _) =>
        {
            if (server.Read(parsed, screen) is not { } client) return ExitCode.WrongInput;
            var given = keys.Select(key => (key.Name[2..], parsed.GetValue(key))).Where(pair => pair.Item2 is not null);
            var answer =
                await Ask(client, parsed.GetRequiredValue(what), parsed.GetValue(number), Entry(parsed.GetRequiredValue(what), given!));
            if (answer is not null) Show(answer, screen);
            return answer is null ? ExitCode.WrongInput : ExitCode.Done;
        });
        return verb;
    }

    private static Task<JsonNode?> Ask(ServerClient client, string what, string? number, string entry) => what switch
    {
        "list" => client.Ask(HttpMethod.Get, Path),
        "end" => client.Ask(HttpMethod.Delete, $"{Path}/{Uri.EscapeDataString(number ?? "")}"),
        _ => client.Ask(HttpMethod.Post, Path, entry),
    };

    private static string Entry(string kind, IEnumerable<(string Key, string Value)> given)
    {
        var entry = new JsonObject { ["kind"] = kind };
        foreach (var (key, value) in given) entry[key] = ValueOf(value);
        return entry.ToJsonString();
    }

    /// <summary>Numbers, true, false and lists as they are; lists of names may do without quotes.</summary>
    private static JsonNode? ValueOf(string text)
    {
        if (text.StartsWith('[') && text.EndsWith(']'))
        {
            return new JsonArray(
                [.. text[1..^1].Split(',', StringSplitOptions.TrimEntries).Select(item => (JsonNode)item.Trim('"', '\''))]);
        }

        try
        {
            return JsonNode.Parse(text) is JsonValue value && value.GetValueKind() != JsonValueKind.Null ? value : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static void Show(JsonNode answer, Screen screen)
    {
        IEnumerable<JsonNode?> troubles = answer is JsonArray all ? all : [answer];
        foreach (var trouble in troubles.OfType<JsonObject>())
        {
            var strikes = string.Join(", ", trouble["strikes"]!.AsArray().Select(place => place!.GetValue<string>()));
            var state = trouble["isOver"]!.GetValue<bool>() ? "is over" : trouble["canEnd"]!.GetValue<bool>() ? "stands" : "goes its way";
            screen.Out.WriteLine($"{trouble["number"]}: {trouble["text"]} strikes {strikes} since {trouble["at"]}; it {state}");
        }
    }
}
