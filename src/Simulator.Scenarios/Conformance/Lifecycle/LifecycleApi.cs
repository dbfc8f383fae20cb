using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>
/// An API server that answers at once, with the deletion rules of the real one; lists come in order of addition, as in the recordings.
/// </summary>
internal sealed class LifecycleApi(LifecycleLog log)
{
    public List<Node> Nodes { get; } = [];

    public List<Pod> Pods { get; } = [];

    /// <summary>What the watches have not delivered yet.</summary>
    public List<WatchEvent> Events { get; } = [];

    public void AddPod(JsonElement pod, Instant now)
    {
        var isDaemon = pod.Bool("daemonSet");
        var added = new Pod
        {
            Metadata = new ObjectMeta
            {
                Namespace = "default",
                Name = pod.Text("name"),
                Labels = LabelSet.Of(("daemon", isDaemon ? "yes" : "no")),
            },
            Spec = new PodSpec { NodeName = pod.Text("node"), TerminationGracePeriod = TimeSpan.FromSeconds(pod.Long("graceSec")) },
            Status = new PodStatus
            {
                Phase = Enum.Parse<PodPhase>(pod.Text("phase")),
                Ready = new Condition(ConditionStatus.True, "", now),
            },
        };
        Pods.Add(added);
        Events.Add(new WatchEvent(WatchEventType.Added, added, null));
    }

    public void AddNode(Node node)
    {
        Nodes.Add(node);
        Events.Add(new WatchEvent(WatchEventType.Added, node, null));
    }

    public void Write(Node node) => Replace(Nodes, node);

    public void RemoveNode(string name)
    {
        if (Nodes.Find(node => node.Name == name) is not { } node) return;
        Nodes.Remove(node);
        Events.Add(new WatchEvent(WatchEventType.Deleted, node, node));
    }

    public void RemovePod(Pod pod)
    {
        Pods.Remove(pod);
        Events.Add(new WatchEvent(WatchEventType.Deleted, pod, pod));
    }

    public ApiResponse Answer(ApiRequest request, Instant now) => request switch
    {
        ListRequest => Items(request, [.. Nodes]),
        ListPodsOnNodeRequest list => Items(request, [.. Pods.Where(pod => pod.NodeName == list.NodeName)]),
        UpdateStatusRequest { Object: Node node } => WriteStatus(request, node, now),
        UpdateStatusRequest { Object: Pod pod } => WriteStatus(request, pod, now),
        DeleteRequest { Kind: "Node" } delete => DeleteNode(delete, now),
        DeleteRequest delete => DeletePod(delete, now),
        _ => throw new InvalidOperationException($"{request} is not answered here."),
    };

    private static ApiResponse Items(ApiRequest request, IReadOnlyList<ApiObject> items) => new(request, ApiResult.Ok, null, items);

    private ApiResponse WriteStatus(ApiRequest request, Node node, Instant now)
    {
        if (Nodes.TrueForAll(stored => stored.Name != node.Name)) return new ApiResponse(request, ApiResult.NotFound);
        var ready = node.Status.Condition(NodeConditionType.Ready)!;
        log.Add(now, $"nodeReady={ready.Status}/{ready.Reason}", node.Name);
        Replace(Nodes, node);
        return new ApiResponse(request, ApiResult.Ok, node);
    }

    private ApiResponse WriteStatus(ApiRequest request, Pod pod, Instant now)
    {
        log.Add(now, $"podReady={pod.Status.Ready!.Status}", pod.Name);
        Replace(Pods, pod);
        return new ApiResponse(request, ApiResult.Ok, pod);
    }

    private ApiResponse DeleteNode(DeleteRequest request, Instant now)
    {
        log.Add(now, "nodeDeleted", request.Key.Name);
        RemoveNode(request.Key.Name);
        return new ApiResponse(request, ApiResult.Ok);
    }

    private ApiResponse DeletePod(DeleteRequest request, Instant now)
    {
        if (Pods.Find(pod => pod.Key == request.Key) is not { } pod) return new ApiResponse(request, ApiResult.NotFound);
        var grace = pod.IsFinished || !pod.IsAssigned ? TimeSpan.Zero : request.GracePeriod ?? pod.Spec.TerminationGracePeriod;
        if (grace == TimeSpan.Zero)
        {
            log.Add(now, request.GracePeriod is null ? "podDeletedImmediately" : "podForceDeleted", pod.Name);
            RemovePod(pod);
        }
        else if (!pod.Metadata.IsBeingDeleted)
        {
            log.Add(now, "podMarkedForDeletion", pod.Name);
            Replace(Pods, Mark(pod, grace, now));
        }

        return new ApiResponse(request, ApiResult.Ok);
    }

    private static Pod Mark(Pod pod, TimeSpan grace, Instant now) => pod with
    {
        Metadata = pod.Metadata with
        {
            DeletionTimestamp = (now + grace).TruncatedToSecond,
            DeletionGracePeriodSeconds = (long)grace.TotalSeconds,
        },
    };

    private void Replace<T>(List<T> stored, T changed)
        where T : ApiObject
    {
        var index = stored.FindIndex(item => item.Key == changed.Key);
        if (index < 0) return;
        Events.Add(new WatchEvent(WatchEventType.Modified, changed, stored[index]));
        stored[index] = changed;
    }
}
