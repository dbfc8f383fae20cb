using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>The API server of a recording: it answers at once, and remembers what watches have not shown yet.</summary>
internal sealed class TaintingApi(LifecycleLog log)
{
    private readonly SortedDictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Pod> _pods = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Node?> _shownNodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Pod?> _shownPods = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _changedNodes = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _changedPods = new(StringComparer.Ordinal);

    public IEnumerable<Pod> Pods => _pods.Values;

    public bool HasChanges => _changedNodes.Count > 0 || _changedPods.Count > 0;

    public Node? Node(string name) => _nodes.GetValueOrDefault(name);

    public Pod? Pod(string name) => _pods.GetValueOrDefault(name);

    public void Put(Node node)
    {
        _nodes[node.Name] = node;
        _changedNodes.Add(node.Name);
    }

    public void Put(Pod pod)
    {
        _pods[pod.Name] = pod;
        _changedPods.Add(pod.Name);
    }

    public void RemoveNode(string name)
    {
        if (_nodes.Remove(name)) _changedNodes.Add(name);
    }

    public void RemovePod(string name)
    {
        if (_pods.Remove(name)) _changedPods.Add(name);
    }

    public static Pod Bound(JsonElement pod, Instant now) => new()
    {
        Metadata = new ObjectMeta { Name = pod.Text("name"), Namespace = "default", Uid = pod.Text("name") },
        Spec = new PodSpec
        {
            NodeName = pod.Text("node"),
            Tolerations = new Parsed<IReadOnlyList<Toleration>>([.. pod.List("tolerations").Select(ReadToleration)]),
        },
        Status = new PodStatus { Phase = PodPhase.Running, Ready = new Condition(ConditionStatus.True, "", now) },
    };

    /// <summary>The changed nodes, then the changed pods, each by name, since the last call.</summary>
    public List<WatchEvent> TakeChanges()
    {
        List<WatchEvent> changes = [];
        foreach (var name in _changedNodes) Show(_shownNodes, name, Node(name), changes);
        foreach (var name in _changedPods) Show(_shownPods, name, Pod(name), changes);
        _changedNodes.Clear();
        _changedPods.Clear();
        return changes;
    }

    public ApiResponse Answer(ApiRequest request, Instant now) => request switch
    {
        GetRequest get => Node(get.Key.Name) is { } node
            ? new ApiResponse(request, ApiResult.Ok, node)
            : new ApiResponse(request, ApiResult.NotFound),
        UpdateStatusRequest { Object: Node node } => WriteStatus(request, node, now),
        UpdateStatusRequest { Object: Pod pod } => WriteStatus(request, pod, now),
        PatchTaintsRequest patch => Patch(patch),
        DeleteRequest delete => Delete(delete, now),
        _ => throw new InvalidOperationException($"{request} is not answered here."),
    };

    private static void Show<T>(SortedDictionary<string, T?> shown, string name, T? now, List<WatchEvent> into)
        where T : ApiObject
    {
        var before = shown.GetValueOrDefault(name);
        shown[name] = now;
        if (now is not null)
            into.Add(new WatchEvent(before is null ? WatchEventType.Added : WatchEventType.Modified, now, before));
        else if (before is not null) into.Add(new WatchEvent(WatchEventType.Deleted, before, before));
    }

    private static Toleration ReadToleration(JsonElement toleration) =>
        new(toleration.Text("key"), toleration.Text("operator"), "", toleration.Text("effect"))
        {
            Seconds = toleration.GetProperty("tolerationSeconds") is { ValueKind: JsonValueKind.Number } seconds
                ? seconds.GetInt64()
                : null,
        };

    private ApiResponse WriteStatus(ApiRequest request, Node node, Instant now)
    {
        if (Node(node.Name) is not { } stored) return new ApiResponse(request, ApiResult.NotFound);
        var ready = node.Status.Condition(NodeConditionType.Ready)!;
        log.Add(now, $"nodeReady={ready.Status}/{ready.Reason}", node.Name);
        Put(stored with { Status = node.Status });
        return new ApiResponse(request, ApiResult.Ok, Node(node.Name));
    }

    private ApiResponse WriteStatus(ApiRequest request, Pod pod, Instant now)
    {
        if (Pod(pod.Name) is not { } stored) return new ApiResponse(request, ApiResult.NotFound);
        log.Add(now, $"podReady={pod.Status.Ready!.Status}", pod.Name);
        Put(stored with { Status = pod.Status });
        return new ApiResponse(request, ApiResult.Ok, Pod(pod.Name));
    }

    private ApiResponse Patch(PatchTaintsRequest patch)
    {
        if (Node(patch.Node) is not { } stored) return new ApiResponse(patch, ApiResult.NotFound);
        Put(stored with { Spec = stored.Spec with { Taints = new Parsed<IReadOnlyList<Taint>>(patch.Taints) } });
        return new ApiResponse(patch, ApiResult.Ok, Node(patch.Node));
    }

    private ApiResponse Delete(DeleteRequest request, Instant now)
    {
        if (Pod(request.Key.Name) is not { } pod) return new ApiResponse(request, ApiResult.NotFound);
        if (!pod.Metadata.IsBeingDeleted)
        {
            log.Add(now, "podMarkedForDeletion", pod.Name);
            Put(pod with { Metadata = pod.Metadata with { DeletionTimestamp = now, DeletionGracePeriodSeconds = 30 } });
        }

        return new ApiResponse(request, ApiResult.Ok, pod);
    }
}
