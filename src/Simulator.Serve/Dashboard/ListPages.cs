using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Serve.Answers;
using Simulator.Serve.Answers.Discovery;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Clusters.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Dashboard;

/// <summary>
/// A list of the API one page at a time, asked for at the list's own path with an Accept of its own: who may not list may not have a page,
/// and of 60,000 pods only those that are shown are written out.
/// </summary>
internal sealed class ListPages(ServedDoor door)
{
    public const string Type = "application/vnd.simulator.page+json";

    private readonly ServedApi _api = new(ServerManner.Extended, door.Documents);

    /// <summary>Null: no page is asked for. On the simulation's thread.</summary>
    public ServerAnswer? Find(ServerRequest request)
    {
        if (request.Method != "GET" || request.Header("Accept") != Type || TargetOf(request.Path) is not { } target) return null;
        try
        {
            return BodyWriter.Write(200, Page(target, PageQuestion.Of(new QueryText(request.Query))), MediaType.Json, isIndented: false);
        }
        catch (FormatException wrong)
        {
            return BodyWriter.Write(400, Failures.Status(400, wrong.Message, "BadRequest", null), MediaType.Json, isIndented: false);
        }
    }

    private RequestTarget? TargetOf(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        var target = segments switch
        {
            ["api", var version, .. var rest] => TargetParser.Parse(_api.Of("", version), rest, endsInSlash: false),
            ["apis", var group, var version, .. var rest] => TargetParser.Parse(_api.Of(group, version), rest, endsInSlash: false),
            _ => null,
        };
        return target is { Name: null, IsWatch: false, IsProxy: false } ? target : null;
    }

    private JsonObject Page(RequestTarget target, PageQuestion question)
    {
        var all = KindTable.OfResource(target.Resource.Name) is { } row
            ? Acting(row, target.Namespace, question)
            : Others(target, question);
        var page = all.Chosen.Skip(question.Offset).Take(question.Limit).ToList();
        var list = Presenter.List(target, page.Select(one => one.Document), door.Documents.Version);
        list["total"] = all.Total;
        list["matched"] = all.Chosen.Count;
        list["offset"] = question.Offset;
        if (page.Exists(one => one.Owner is IPodOwner or Service)) list["pods"] = Tallies(page, target.Namespace);
        return list;
    }

    private JsonArray Tallies(List<Row> page, string? home)
    {
        var tally = new PodTally(door.Cluster.Server.Store, door.Documents, home);
        return new JsonArray([.. page.Select(one => one.Owner is { } owner ? tally.Of(owner) : null)]);
    }

    private (int Total, List<Row> Chosen) Acting(KindRow row, string? home, PageQuestion question)
    {
        var store = door.Cluster.Server.Store;
        var all = row.Kind == "Pod" && question.Node.Length > 0 ? store.PodsOn(question.Node) : store.List(row.Kind, home ?? "");
        var seen = new Dictionary<LabelSet, bool>(ReferenceEqualityComparer.Instance);
        List<Row> chosen = [];
        foreach (var one in all)
        {
            if (!one.Name.Contains(question.Search, StringComparison.OrdinalIgnoreCase) || !IsIn(one, question.State)) continue;
            if (question.Labels.Count > 0 && !Takes(question, one.Metadata.Labels, seen)) continue;
            chosen.Add(new Row(one, () => door.Documents.Find(new DocumentKey(row.Resource, one.Namespace, one.Name))!));
        }

        return (all.Count, chosen);
    }

    private static bool IsIn(ApiObject one, string state) => one is not Pod pod || state switch
    {
        "" => true,
        "Waiting" => pod is { IsActive: true, IsReady: false },
        _ => pod.Status.Phase.ToString() == state,
    };

    private static bool Takes(PageQuestion question, LabelSet labels, Dictionary<LabelSet, bool> seen)
    {
        if (seen.TryGetValue(labels, out var known)) return known;
        return seen[labels] = question.Labels.All(requirement => requirement.Takes(labels.GetValueOrDefault(requirement.Key)));
    }

    /// <summary>Events the newest first, all others in the order of their keys.</summary>
    private (int Total, List<Row> Chosen) Others(RequestTarget target, PageQuestion question)
    {
        var all = door.Documents.List(target.Resource.Name, target.Namespace);
        var chosen = all.Where(one => Matches(one, question));
        if (target.Resource.Name == "events")
        {
            chosen = chosen.OrderByDescending(one => one.Text("lastTimestamp"), StringComparer.Ordinal)
                .ThenBy(one => one["metadata"].Text("name"), StringComparer.Ordinal);
        }

        return (all.Count, [.. chosen.Select(one => new Row(null, () => one))]);
    }

    private static bool Matches(JsonObject one, PageQuestion question)
    {
        if (question.State.Length > 0 && one.Text("type") != question.State) return false;
        if (question.About.Length > 0 && $"{one["involvedObject"].Text("kind")}/{one["involvedObject"].Text("name")}" != question.About)
        {
            return false;
        }
        return one["metadata"].Text("name").Contains(question.Search, StringComparison.OrdinalIgnoreCase)
            && question.Labels.All(
                requirement => requirement.Takes((one["metadata"]?["labels"] as JsonObject)?[requirement.Key].AsText()));
    }

    private sealed record Row(ApiObject? Owner, Func<JsonObject> Make)
    {
        public JsonObject Document => Make();
    }
}
