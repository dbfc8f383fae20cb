using System.Text.Json.Nodes;
using Simulator.Api;
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

    private readonly ServedApi _api = new(door.Manner, door.Documents, door.Version);

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
        var chosen = KindTable.Of(door.Cluster.Api).OfResource(target.Resource.Name) is { } row
            ? Acting(row, target.Namespace, question)
            : Others(target, question);
        var list = Presenter.List(target, chosen.Rows.Select(one => one.Document), door.Documents.Version);
        list["total"] = chosen.Total;
        list["matched"] = chosen.Matched;
        list["offset"] = question.Offset;
        if (chosen.Rows.Exists(one => one.Owner is IPodOwner or Service)) list["pods"] = Tallies(chosen.Rows, target.Namespace);
        return list;
    }

    private JsonArray Tallies(List<Row> page, string? home)
    {
        var tally = new PodTally(door.Cluster.Server.Store, door.Documents, home);
        return new JsonArray([.. page.Select(one => one.Owner is { } owner ? tally.Of(owner) : null)]);
    }

    private Chosen Acting(KindRow row, string? home, PageQuestion question)
    {
        var store = door.Cluster.Server.Store;
        var all = row.Kind == "Pod" && question.Node.Length > 0 ? store.PodsOn(question.Node) : store.List(row.Kind, home ?? "");
        var seen = new Dictionary<LabelSet, bool>(ReferenceEqualityComparer.Instance);
        var chosen = new Chosen(all.Count);
        foreach (var one in all)
        {
            if (!one.Name.Contains(question.Search, StringComparison.OrdinalIgnoreCase) || !IsIn(one, question.State)) continue;
            if (question.Labels.Count > 0 && !Takes(question, one.Metadata.Labels, seen)) continue;
            if (chosen.Counts(question)) chosen.Rows.Add(new Row(one, door.Documents.Find(KeyOf(row, one))!));
        }

        return chosen;
    }

    private static DocumentKey KeyOf(KindRow row, ApiObject one) => new(row.Resource, one.Namespace, one.Name);

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
    private Chosen Others(RequestTarget target, PageQuestion question)
    {
        var all = door.Documents.List(target.Resource.Name, target.Namespace);
        var wanted = all.Where(one => Matches(one, question));
        if (target.Resource.Name == "events")
        {
            wanted = wanted.OrderByDescending(one => one.Text("lastTimestamp"), StringComparer.Ordinal)
                .ThenBy(one => one["metadata"].Text("name"), StringComparer.Ordinal);
        }

        var chosen = new Chosen(all.Count);
        foreach (var one in wanted)
        {
            if (chosen.Counts(question)) chosen.Rows.Add(new Row(null, one));
        }

        return chosen;
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

    /// <summary>The rows of the page, and how many others there are.</summary>
    private sealed class Chosen(int total)
    {
        public int Total => total;

        public int Matched { get; private set; }

        public List<Row> Rows { get; } = [];

        /// <summary>One more matches; true: it is on the page.</summary>
        public bool Counts(PageQuestion question)
        {
            var at = Matched++;
            return at >= question.Offset && Rows.Count < question.Limit;
        }
    }

    /// <param name="Owner">Null for kinds that nobody acts upon.</param>
    private sealed record Row(ApiObject? Owner, JsonObject Document);
}
