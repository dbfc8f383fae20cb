using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.Scenarios.Import.Cleaning;

namespace Simulator.Scenarios.Import.Found;

/// <summary>All that was found in the files of a dump, each object once.</summary>
/// <param name="diagnostics">Told what is broken, twice, or not acted upon.</param>
internal sealed class Dump(Diagnostics diagnostics)
{
    /// <summary>Kinds of which a dump is full and that no decision depends on.</summary>
    private static readonly string[] PassedOver = ["Event", "Lease", "EndpointSlice", "ControllerRevision", "PodMetrics", "NodeMetrics"];

    private readonly SortedDictionary<string, DumpNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Namespace, string Name), DumpPod> _pods = [];
    private readonly SortedDictionary<FoundName, DumpObject> _objects = [];
    private readonly PodTaker _taker = new();
    private readonly DumpTelling _telling = new(diagnostics);

    public IReadOnlyCollection<DumpNode> Nodes => _nodes.Values;

    /// <summary>In no useful order.</summary>
    public IReadOnlyCollection<DumpPod> Pods => _pods.Values;

    public IReadOnlyDictionary<FoundName, DumpObject> Objects => _objects;

    /// <summary>How many objects of each kind were there, and are not in the scenario.</summary>
    public SortedDictionary<string, int> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>Objects that came again: their second copies are not counted.</summary>
    public int Twice { get; private set; }

    /// <summary>The newest moment that anything in it tells; null if nothing does.</summary>
    public DateTime? Moment { get; private set; }

    /// <summary>Uids of the namespaces and services by which a cluster is told from another.</summary>
    public ClusterMarks Marks { get; } = new();

    public void Take(in DumpItem item)
    {
        var metadata = item.Node.Map("metadata");
        if (item.Kind.Length == 0 || metadata.Text("name").Length == 0)
        {
            TakeNameless(item);
            return;
        }

        See(metadata.Moment("creationTimestamp"));
        Marks.See(item);
        switch (item.Kind)
        {
            case "Node": Take(NodeTaker.Take(item.Node), item.Node); break;
            case "Pod": Take(_taker.Take(item.Node)); break;
            default: TakeObject(item); break;
        }
    }

    /// <summary>Tells what of pods that are alike is not acted upon.</summary>
    public void TellOf(JsonObject manifest, IEnumerable<DumpPod> pods) => _telling.Tell(manifest, pods);

    private void TakeNameless(in DumpItem item)
    {
        var keys = string.Join(", ", item.Node.Entries.Take(4).Select(entry => entry.Key));
        if (item.Kind.EndsWith("List", StringComparison.Ordinal)) return;
        LeftOut[item.Kind.Length > 0 ? item.Kind : "unknown"] = LeftOut.GetValueOrDefault(item.Kind.Length > 0 ? item.Kind : "unknown") + 1;
        if (item.Kind is "Status")
        {
            diagnostics.Remark(item.Node, $"an answer of an API server that refused: {item.Node.Text("message")}; left out");
        }
        else if (item.Kind.Length == 0)
        {
            diagnostics.Remark(item.Node, $"this is no Kubernetes object (its keys are {keys}); left out");
        }
    }

    private void Take(DumpNode node, SourceMapping source)
    {
        foreach (var condition in source.Map("status").Maps("conditions")) See(condition.Moment("lastHeartbeatTime"));
        if (_nodes.TryAdd(node.Name, node)) return;
        Again("Node", node.Name, node.Uid, _nodes[node.Name].Uid, source);
    }

    private void Take(DumpPod pod)
    {
        var key = (pod.Namespace, pod.Name);
        if (_pods.TryAdd(key, pod)) return;
        Twice++;
        if (!_pods[key].IsOfApi && pod.IsOfApi) _pods[key] = pod;
    }

    private void TakeObject(in DumpItem item)
    {
        var (kind, version) = (item.Kind, item.Version);
        var metadata = item.Node.Map("metadata");
        var cleaned = ManifestReader.Reads(kind, version) || kind == "HorizontalPodAutoscaler" ? ObjectCleaner.Clean(item) : null;
        if (cleaned is not null && ManifestReader.Reads(kind, cleaned.Text("apiVersion")) && _telling.IsReadable(item, cleaned))
        {
            var name = new FoundName(kind, NamespaceOf(metadata, kind), metadata.Text("name"));
            if (name.Namespace.Length > 0) cleaned.Map("metadata")!["namespace"] = name.Namespace;
            var found = new DumpObject(name, metadata.Text("uid"), cleaned, PodTaker.OwnerOf(metadata), FilePlace.Of(item.Node));
            if (!_objects.TryAdd(name, found)) Again(kind, name.ToString(), found.Uid, _objects[name].Uid, item.Node);
            return;
        }

        LeftOut[kind] = LeftOut.GetValueOrDefault(kind) + 1;
        if (!PassedOver.Contains(kind)) _telling.Tell(item);
    }

    private static string NamespaceOf(SourceMapping? metadata, string kind) =>
        kind is "PersistentVolume" or "Namespace" ? "" : metadata.Text("namespace") is { Length: > 0 } home ? home : "default";

    private void Again(string kind, string name, string uid, string firstUid, SourceMapping source)
    {
        Twice++;
        if (uid.Length > 0 && firstUid.Length > 0 && uid != firstUid)
        {
            diagnostics.Remark(
                source, $"{kind} {name} comes with two uids: of two clusters, or of two moments; the first is kept, this one left out");
        }
    }

    private void See(DateTime? moment)
    {
        if (moment > Moment || Moment is null) Moment = moment ?? Moment;
    }
}

/// <summary>Kind, namespace ("" without one) and name.</summary>
internal readonly record struct FoundName(string Kind, string Namespace, string Name) : IComparable<FoundName>
{
    public int CompareTo(FoundName other)
    {
        var order = string.CompareOrdinal(Namespace, other.Namespace);
        if (order == 0) order = string.CompareOrdinal(Kind, other.Kind);
        return order == 0 ? string.CompareOrdinal(Name, other.Name) : order;
    }

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";
}

/// <summary>An object that goes into the scenario.</summary>
/// <param name="Json">Cleaned.</param>
internal sealed record DumpObject(FoundName Name, string Uid, JsonObject Json, OwnerName Owner, FilePlace Place)
{
    public bool IsOwner => Name.Kind is "ReplicationController" or "ReplicaSet" or "DaemonSet" or "Job" or "StatefulSet" or "PetSet";

    public JsonObject? Template => Json.Map("spec").Map("template");
}
