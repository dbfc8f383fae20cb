using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Discovery;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Dashboard;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>The paths of one port that its dashboard alone asks for.</summary>
internal sealed class DashboardPaths(SimulationThread thread, ServedDoor door)
{
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>Null: it is none of them.</summary>
    public Task<ServerAnswer>? Find(ServerRequest request) => (request.Method, request.Path) switch
    {
        ("GET", "/simulator/pulse") => Task.FromResult(Pulse(request)),
        ("GET", "/simulator/map") =>
            Ask(_ => door.View is { } cluster ? ClusterMap.Of(cluster) : new JsonObject { ["zones"] = new JsonArray() }),
        ("GET", "/simulator/requests") => Ask(run => RequestsDocument.Of(run.Requests, door.Name)),
        ("GET", "/simulator/troubles/kinds") => Ask(run => TroubleKinds.Of(run.Scenario)),
        ("GET", "/simulator/me") => Ask(run => Me(run, request)),
        ("POST", "/simulator/manifests") => Task.FromResult(Manifests(request)),
        _ => null,
    };

    private async Task<ServerAnswer> Ask(Func<ServedRun, JsonNode> question) => Json(200, await thread.Ask(run =>
    {
        thread.Clock.CatchUp();
        return question(run);
    }));

    /// <summary>The user is null where this port asks nobody who he is.</summary>
    private JsonObject Me(ServedRun run, ServerRequest request) => new()
    {
        ["cluster"] = door.Name,
        ["clusters"] = run.Scenario.Clusters.Count,
        ["user"] = request.Caller.User?.Name,
        ["lists"] = new JsonArray([.. ListsOf(door)]),
    };

    /// <summary>Paths of all lists that there are: a federation has no pods.</summary>
    private static IEnumerable<JsonNode> ListsOf(ServedDoor door) =>
        from resource in new ServedApi(door.Manner, door.Documents, door.Version).Resources
        where resource.Can(ResourceVerbs.List)
        let root = resource.Group.Length == 0 ? "/api" : "/apis"
        select (JsonNode)$"{root}/{resource.GroupVersion}/{resource.Name}";

    private ServerAnswer Pulse(ServerRequest request)
    {
        var wanted = new QueryText(request.Query)["period"];
        var period = int.TryParse(wanted, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.FromMilliseconds(500);
        return new ServerAnswer
        {
            Status = 200,
            ContentType = "application/json",
            Stream = sink => thread.Pulses.Follow(sink, door.Documents, period < ShortestPeriod ? ShortestPeriod : period),
        };
    }

    private static ServerAnswer Manifests(ServerRequest request)
    {
        try
        {
            return Json(200, ManifestReading.Read(request.Body));
        }
        catch (FormatException wrong)
        {
            return Json(400, new JsonObject { ["message"] = wrong.Message });
        }
    }

    private static ServerAnswer Json(int status, JsonNode body) => new()
    {
        Status = status,
        ContentType = "application/json",
        Body = Encoding.UTF8.GetBytes(body.ToJsonString() + "\n"),
    };
}
