using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Foreign;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.Scenarios.Import.Cleaning;

namespace Simulator.Scenarios.Import.Found;

/// <summary>All that was found in the files of a dump, each object once.</summary>
/// <param name="diagnostics">Told what is broken, twice, or not acted upon.</param>
/// <param name="actedUpon">What the version acts upon beyond 1.3.</param>
internal sealed class Dump(Diagnostics diagnostics, IReadOnlySet<string> actedUpon)
{
    /// <summary>Kinds of which a dump is full and that no decision depends on.</summary>
    private static readonly string[] PassedOver = ["Event", "Lease", "EndpointSlice", "ControllerRevision", "PodMetrics", "NodeMetrics"];

    private readonly SortedDictionary<string, DumpNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Namespace, string Name), DumpPod> _pods = [];
    private readonly SortedDictionary<FoundName, DumpObject> _objects = [];
    private readonly PodTaker _taker = new();
    private readonly DumpTelling _telling = new(diagnostics, actedUpon);

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

    /// <summary>Classes of priority that pods name, and what each makes of them: their objects are in few dumps.</summary>
    public SortedDictionary<string, FoundPriority> Priorities { get; } = new(StringComparer.Ordinal);

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
            case "Pod":
                SeePriority(item.Node.Map("spec"));
                Take(_taker.Take(item.Node));
                break;
            default: TakeObject(item); break;
        }
    }

    /// <summary>Tells what of pods that are alike is not acted upon.</summary>
    /// <returns>False: they cannot be read, which was told.</returns>
    public bool TellOf(JsonObject manifest, IReadOnlyList<DumpPod> pods) => _telling.Tell(manifest, pods);

    private void TakeNameless(in DumpItem item)
    {
        if (item.Kind.EndsWith("List", StringComparison.Ordinal)) return;
        LeftOut[item.Kind.Length > 0 ? item.Kind : "unknown"] = LeftOut.GetValueOrDefault(item.Kind.Length > 0 ? item.Kind : "unknown") + 1;
        var told = item.Kind is "Status"
            ? $"an answer of an API server that refused: {item.Node.Text("message")}"
            : ForeignDump.Object(item.Node)
                ?? (item.Kind.Length > 0 ? "" : $"this is no Kubernetes object (its keys are {KeysOf(item.Node)})");
        if (told.Length > 0) diagnostics.Remark(item.Node, $"{told}; left out");
    }

    private static string KeysOf(SourceMapping map) =>
        map.Entries.Count == 0 ? "none" : string.Join(", ", map.Entries.Take(4).Select(entry => entry.Key));

    private void Take(DumpNode node, SourceMapping source)
    {
        foreach (var condition in source.Map("status").Maps("conditions")) See(condition.Moment("lastHeartbeatTime"));
        if (!node.HasCapacity)
        {
            diagnostics.Remark(source, $"Node {node.Name} tells no cpu, memory or pods (status.capacity): left out, and its pods");
            return;
        }

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
        var cleaned = IsRead(kind, version) || kind == "HorizontalPodAutoscaler" ? ObjectCleaner.Clean(item) : null;
        if (cleaned is not null && IsRead(kind, cleaned.Text("apiVersion")) && _telling.IsReadable(item, cleaned))
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

    private bool IsRead(string kind, string version) =>
        ManifestReader.Reads(kind, version) || (actedUpon.Contains(kind) && ManifestReader.ReadsEver(kind, version));

    private void SeePriority(SourceMapping? spec)
    {
        var name = spec.Text("priorityClassName");
        if (name.Length == 0 || name.StartsWith("system-", StringComparison.Ordinal)) return;
        if (!int.TryParse(spec.Text("priority"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return;
        Priorities.TryAdd(name, new FoundPriority(value, spec.Text("preemptionPolicy") == "Never"));
    }

    private static string NamespaceOf(SourceMapping? metadata, string kind) =>
        kind is "PersistentVolume" or "Namespace" or "PriorityClass" or "StorageClass" or "CSINode" ? ""
            : metadata.Text("namespace") is { Length: > 0 } home ? home : "default";

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

/// <summary>What a class of priority makes of its pods.</summary>
/// <param name="Never">They make nobody give way.</param>
internal readonly record struct FoundPriority(int Value, bool Never);

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
