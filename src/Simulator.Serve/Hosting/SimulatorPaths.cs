using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Simulator.Api.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>The simulator's own paths: clock, state, timeline, troubles and operations.</summary>
internal sealed class SimulatorPaths(SimulationThread thread)
{
    private const string Root = "/simulator/";

    /// <summary>What <c>DELETE</c> takes after it.</summary>
    private const string Trouble = Root + "troubles/";

    public static bool Owns(string path) => path.StartsWith(Root, StringComparison.Ordinal) || path == "/simulator";

    public async Task<ServerAnswer> Answer(ServerRequest request)
    {
        try
        {
            return await thread.Ask(run =>
            {
                thread.Clock.CatchUp();
                return Find(request) is { } act ? Json(200, act(run)) : Problem(404, $"there is no {request.Method} {request.Path}");
            });
        }
        catch (FormatException wrong)
        {
            return Problem(400, wrong.Message);
        }
        catch (InvalidOperationException impossible)
        {
            return Problem(409, impossible.Message);
        }
        catch (KeyNotFoundException missing)
        {
            return Problem(404, missing.Message);
        }
    }

    private Func<ServedRun, JsonNode>? Find(ServerRequest request) => (request.Method, request.Path) switch
    {
        ("GET", "/simulator" or "/simulator/" or "/simulator/state") => StateOf,
        ("GET", "/simulator/clock") => ClockOf,
        ("PUT", "/simulator/clock") => run => Change(run, request),
        ("POST", "/simulator/clock/pause") => run => At(run, Speed.Paused),
        ("POST", "/simulator/clock/step") => run => Step(run, request),
        ("GET", "/simulator/timeline") => run => TimelineOf(run, request),
        ("GET", "/simulator/troubles") => run => new JsonArray([.. run.Troubles.All.Select(TroubleOf)]),
        ("POST", "/simulator/troubles") => run => TroubleOf(run.Troubles.Begin(TextOf(request))),
        ("DELETE", var path) when path.StartsWith(Trouble, StringComparison.Ordinal) =>
            run => TroubleOf(run.Troubles.End(Find(run, path[Trouble.Length..]))),
        ("POST", "/simulator/operations") => run => Operate(run, TextOf(request)),
        _ => null,
    };

    private static TroubleByHand Find(ServedRun run, string number) =>
        run.Troubles.All.FirstOrDefault(trouble => trouble.Number.ToString(CultureInfo.InvariantCulture) == number)
            ?? throw new KeyNotFoundException($"there is no trouble {number} that was begun by hand");

    private static JsonArray Operate(ServedRun run, string text) =>
        new([.. run.Troubles.Operate(text).Select(operation => (JsonNode)operation.Title)]);

    private static string TextOf(ServerRequest request) => Encoding.UTF8.GetString(request.Body.Span);

    private JsonObject At(ServedRun run, Speed speed)
    {
        thread.Clock.Set(speed);
        return ClockOf(run);
    }

    private JsonObject Change(ServedRun run, ServerRequest request)
    {
        var wanted = Parsed(request);
        var text = Field(wanted, "speed") ?? throw new FormatException($"the key 'speed' is missing; {Speed.Allowed}");
        return Speed.TryParse(text, out var speed)
            ? At(run, speed)
            : throw new FormatException($"speed: found '{text}'; {Speed.Allowed}");
    }

    /// <summary>
    /// To the next event; with {"to": "decision"} to the scheduler's next; with {"until": "5m"} to a moment, at any speed.
    /// </summary>
    private JsonObject Step(ServedRun run, ServerRequest request)
    {
        var wanted = request.Body.IsEmpty ? [] : Parsed(request);
        if (Field(wanted, "until") is { } moment) RunUntil(run, moment, Field(wanted, "speed") ?? "max");
        else if (Field(wanted, "to") is "decision") thread.Clock.StepDecision();
        else if (Field(wanted, "to") is null or "event") thread.Clock.StepEvent();
        else throw new FormatException($"to: found '{Field(wanted, "to")}'; allowed are event and decision");
        return ClockOf(run);
    }

    private void RunUntil(ServedRun run, string text, string pace)
    {
        if (!GoDuration.TryParse(text, out var moment))
        {
            throw new FormatException($"until: found '{text}'; allowed is a time such as 5m30s");
        }
        if (moment < run.Now) throw new InvalidOperationException($"until: {text} is past; it is {GoDuration.Format(run.Now)}");
        if (!Speed.TryParse(pace, out var speed)) throw new FormatException($"speed: found '{pace}'; {Speed.Allowed}");
        thread.Clock.RunUntil(moment, speed);
    }

    private JsonObject ClockOf(ServedRun run) => ClockDocument.Of(run, thread.Clock);

    private JsonObject StateOf(ServedRun run) => new()
    {
        ["scenario"] = run.Scenario.Name,
        ["seed"] = run.Scenario.Seed,
        ["clock"] = ClockOf(run),
        ["events"] = run.EventCount,
        ["digest"] = run.Digest,
        ["streams"] = thread.Clock.Brakes.Count,
        ["streamsGivenUp"] = thread.Clock.Brakes.GivenUp,
        ["clusters"] = new JsonArray([.. run.Doors.Select(door => (JsonNode)door.Name)]),
        ["troubles"] = new JsonArray([.. run.Troubles.All.Where(trouble => !trouble.IsOver).Select(TroubleOf)]),
    };

    private static JsonObject TroubleOf(TroubleByHand trouble) => new()
    {
        ["number"] = trouble.Number,
        ["at"] = GoDuration.Format(trouble.At),
        ["strikes"] = new JsonArray([.. trouble.Parts.Select(part => (JsonNode)part.Spec.Target)]),
        ["text"] = trouble.Text,
        ["isOver"] = trouble.IsOver,
        ["canEnd"] = trouble.CanEnd,
        ["endedAt"] = trouble.EndedAt is { } end ? GoDuration.Format(end) : null,
    };

    private static JsonArray TimelineOf(ServedRun run, ServerRequest request)
    {
        var query = QueryHelpers.ParseQuery(request.Query);
        var after = long.TryParse(query.GetValueOrDefault("after").ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;
        var most = int.TryParse(query.GetValueOrDefault("limit").ToString(), CultureInfo.InvariantCulture, out var limit) ? limit : 500;
        return new([.. run.Timeline.After(after, most).Select(FactOf)]);
    }

    private static JsonObject FactOf(TimelineEntry entry) => new()
    {
        ["number"] = entry.Number,
        ["seconds"] = entry.Fact.At.TotalSeconds,
        ["kind"] = entry.Fact.Kind.ToString(),
        ["cluster"] = entry.Fact.Cluster,
        ["subject"] = entry.Fact.Subject,
        ["other"] = entry.Fact.Other,
        ["value"] = entry.Fact.Value,
        ["extra"] = entry.Fact.Extra,
    };

    private static JsonObject Parsed(ServerRequest request)
    {
        try
        {
            return JsonNode.Parse(request.Body.Span) as JsonObject ?? throw new FormatException("the body is no JSON object");
        }
        catch (JsonException broken)
        {
            throw new FormatException($"the body is not JSON: {broken.Message}", broken);
        }
    }

    private static string? Field(JsonObject of, string key) => of[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new FormatException($"{key}: allowed is a text"),
    };

    private static ServerAnswer Problem(int status, string message) => Json(status, new JsonObject { ["message"] = message });

    private static ServerAnswer Json(int status, JsonNode body) => new()
    {
        Status = status,
        ContentType = "application/json",
        Body = Encoding.UTF8.GetBytes(body.ToJsonString() + "\n"),
    };
}
