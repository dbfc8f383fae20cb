using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Serve.Clusters.Writing;
using Simulator.Serve.Documents;
using Simulator.World.ApiServer;

namespace Simulator.Serve.Clusters;

/// <summary>
/// Events that components write, as v1 Events: one that comes again is counted (pkg/client/record), and after an hour it is forgotten
/// (--event-ttl).
/// </summary>
internal sealed class ComponentEvents(
    ClusterDocuments documents, ObjectStore store, KindTable kinds, ClusterClock clock, Func<TimeSpan> now)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly Dictionary<(EventRequest Told, string Uid), DocumentKey> _known = [];
    private readonly Queue<((EventRequest Told, string Uid) What, DocumentKey Key, TimeSpan At)> _told = new();
    private long _count;

    public void OnWritten(EventRequest told)
    {
        Forget();
        var involved = store.Find(told.InvolvedKind, told.Involved);
        var what = (told, involved?.Metadata.Uid ?? "");
        if (_known.TryGetValue(what, out var key) && documents.Find(key) is { } before) documents.PutOther(key, CountedUp(before));
        else
        {
            var (name, made) = Make(told, involved);
            key = new DocumentKey("events", told.Involved.Namespace.Length > 0 ? told.Involved.Namespace : "default", name);
            documents.PutOther(key, made);
        }

        _known[what] = key;
        _told.Enqueue((what, key, now()));
    }

    private JsonObject CountedUp(JsonObject before)
    {
        var next = (JsonObject)before.DeepClone();
        next["count"] = next["count"]!.GetValue<int>() + 1;
        next["lastTimestamp"] = Moment;
        return next;
    }

    private string Moment => Timestamp.Of(clock.At(now()));

    private (string Name, JsonObject Document) Make(EventRequest told, ApiObject? involved)
    {
        var number = ++_count;
        var stamp = (clock.At(now()) - DateTimeOffset.UnixEpoch).Ticks * 100;
        var name = string.Create(CultureInfo.InvariantCulture, $"{told.Involved.Name}.{stamp + (number % 100):x16}");
        var home = told.Involved.Namespace.Length > 0 ? told.Involved.Namespace : "default";
        return (name, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["namespace"] = home,
                ["uid"] = string.Create(CultureInfo.InvariantCulture, $"0e000000-0000-11f1-8000-{number:x12}"),
                ["creationTimestamp"] = Moment,
            },
            ["involvedObject"] = Involved(told, involved),
            ["reason"] = told.Reason,
            ["message"] = told.Message,
            ["source"] = new JsonObject { ["component"] = EventSources.Of(told) },
            ["firstTimestamp"] = Moment,
            ["lastTimestamp"] = Moment,
            ["count"] = 1,
            ["type"] = (told.Type ?? EventSources.TypeOf(told)).ToString(),
        });
    }

    /// <summary>Of a node the name stands for its uid, as in the real one.</summary>
    private JsonObject Involved(EventRequest told, ApiObject? involved) => new JsonObject
    {
        ["kind"] = kinds.Find(told.InvolvedKind)?.Shown ?? told.InvolvedKind,
    }
        .Text("namespace", told.Involved.Namespace)
        .Text("name", told.Involved.Name)
        .Text("uid", told.InvolvedKind == "Node" ? told.Involved.Name : involved?.Metadata.Uid ?? "")
        .Text("apiVersion", kinds.Find(told.InvolvedKind)?.Version ?? "v1");

    /// <summary>A key that was told again meanwhile is in the queue once more.</summary>
    private void Forget()
    {
        while (_told.TryPeek(out var oldest) && oldest.At + Life < now())
        {
            _told.Dequeue();
            var isLast = documents.Find(oldest.Key)?["lastTimestamp"]?.GetValue<string>() == Timestamp.Of(clock.At(oldest.At));
            if (!isLast) continue;
            documents.RemoveOther(oldest.Key);
            _known.Remove(oldest.What);
        }
    }
}
