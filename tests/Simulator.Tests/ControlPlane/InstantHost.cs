using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Tests.ControlPlane;

/// <summary>Hosts one loop on an API server that answers at once; watches can be held back.</summary>
internal sealed class InstantHost(IControlLoop loop)
{
    private readonly SortedDictionary<(string Kind, ObjectKey Key), ApiObject> _objects = [];
    private readonly Queue<WatchEvent> _undelivered = new();
    private readonly Dictionary<string, int> _named = [];
    private readonly List<ApiRequest> _held = [];
    private long _revision;

    public Instant Now { get; private set; } = Instant.Start;

    /// <summary>While false, writes happen but the loop does not see them.</summary>
    public bool IsWatching { get; set; } = true;

    /// <summary>Answers a request with an error instead of doing it.</summary>
    public Func<ApiRequest, ApiResult> Fault { get; set; } = _ => ApiResult.Ok;

    /// <summary>Requests that are not answered before <see cref="Release"/>.</summary>
    public Func<ApiRequest, bool> Holds { get; set; } = _ => false;

    /// <summary>What was asked for, as "POST Pod", "PUT status Node n1", ... in order; events are left out.</summary>
    public List<string> Calls { get; } = [];

    public List<EventRequest> Events { get; } = [];

    public IReadOnlyList<T> All<T>() where T : ApiObject => [.. _objects.Values.OfType<T>()];

    public T Get<T>(string name) where T : ApiObject => All<T>().Single(item => item.Name == name);

    /// <summary>Writes from outside: a user, a kubelet.</summary>
    public void Put(ApiObject item)
    {
        Store(item);
        Settle();
    }

    public void Delete(ApiObject item)
    {
        Remove(item);
        Settle();
    }

    public void RunUntil(TimeSpan time)
    {
        Settle();
        while (loop.NextWake is { } wake && wake <= Instant.FromStart(time))
        {
            Now = wake > Now ? wake : Now;
            loop.Wake(Now);
            Settle();
        }

        Now = Instant.FromStart(time);
    }

    public void Settle()
    {
        List<ApiRequest> requests = [];
        while (true)
        {
            requests.Clear();
            loop.TakeRequests(requests);
            foreach (var request in requests) Handle(request);
            if (requests.Count > 0) continue;
            if (!IsWatching || !_undelivered.TryDequeue(out var seen)) return;
            if (loop.Watches.Contains(seen.Object.Kind)) loop.Deliver(seen, Now);
        }
    }

    /// <summary>Answers what was held back, in order.</summary>
    public void Release()
    {
        Holds = _ => false;
        List<ApiRequest> held = [.. _held];
        _held.Clear();
        foreach (var request in held) Reply(request);
        Settle();
    }

    private void Handle(ApiRequest request)
    {
        if (request is EventRequest told)
        {
            Events.Add(told);
            return;
        }

        Calls.Add(Describe(request));
        if (Holds(request)) _held.Add(request);
        else Reply(request);
    }

    private void Reply(ApiRequest request)
    {
        var fault = Fault(request);
        loop.Complete(fault == ApiResult.Ok ? Answer(request) : new ApiResponse(request, fault), Now);
    }

    private static string Describe(ApiRequest request) => request switch
    {
        GetRequest get => $"GET {get.Kind} {get.Key.Name}",
        ListRequest list => $"LIST {list.Kind}",
        ListPodsRequest => "LIST Pod",
        ListPodsOnNodeRequest list => $"LIST Pod on {list.NodeName}",
        CreateRequest create => $"POST {create.Object.Kind} {create.Object.Name}".TrimEnd(),
        UpdateRequest update => $"PUT {update.Object.Kind} {update.Object.Name}",
        UpdateStatusRequest update => $"PUT status {update.Object.Kind} {update.Object.Name}",
        CreateDiskRequest creation => $"make {creation.Disk} in '{creation.Zone}'",
        DeleteDiskRequest deletion => $"delete {deletion.Disk}",
        DeleteRequest delete => $"DELETE {delete.Kind} {delete.Key.Name}{(delete.GracePeriod is null ? "" : " now")}",
        PatchVolumesAttachedRequest patch => $"PATCH Node {patch.Node} [{string.Join(' ', patch.Volumes)}]",
        UpdateLoadBalancerRequest update => $"balance {update.Service.Name} over {string.Join(' ', update.Hosts)}",
        AttachDiskRequest attach => $"ATTACH {attach.Disk} {attach.Node}",
        DetachDiskRequest detach => $"DETACH {detach.Disk} {detach.Node}",
        _ => request.ToString(),
    };

    private ApiResponse Answer(ApiRequest request) => request switch
    {
        GetRequest get => Find(get.Kind, get.Key) is { } found ? new(request, ApiResult.Ok, found) : new(request, ApiResult.NotFound),
        ListRequest list =>
            new(request, ApiResult.Ok, null, [.. _objects.Where(entry => entry.Key.Kind == list.Kind).Select(entry => entry.Value)]),
        ListPodsRequest list =>
            new(
                request, ApiResult.Ok, null,
                [.. All<Pod>().Where(pod => pod.Namespace == list.Namespace && list.Selector.Matches(pod.Metadata.Labels))]),
        ListPodsOnNodeRequest list => new(request, ApiResult.Ok, null, [.. All<Pod>().Where(pod => pod.NodeName == list.NodeName)]),
        CreateRequest create => new(request, ApiResult.Ok, Store(Named(create.Object))),
        UpdateRequest update => new(request, ApiResult.Ok, Store(update.Object)),
        UpdateStatusRequest update => new(request, ApiResult.Ok, Store(update.Object)),
        DeleteRequest delete => Find(delete.Kind, delete.Key) is { } found ? Deleted(delete, found) : new(request, ApiResult.NotFound),
        PatchVolumesAttachedRequest patch => Find("Node", new ObjectKey("", patch.Node)) is Node node
            ? new(request, ApiResult.Ok, Store(node with { Status = node.Status with { VolumesAttached = patch.Volumes } }))
            : new(request, ApiResult.NotFound),
        EnsureLoadBalancerRequest ensure => new(request, ApiResult.Ok, ensure.Service),
        CloudRequest => new(request, ApiResult.Ok),
        _ => throw new InvalidOperationException(request.ToString()),
    };

    private ApiResponse Deleted(DeleteRequest request, ApiObject found)
    {
        if (found is Pod { IsAssigned: true, IsFinished: false } pod && request.GracePeriod is null)
        {
            Store(pod with
            {
                Metadata = pod.Metadata with
                {
                    DeletionTimestamp = Now + pod.Spec.TerminationGracePeriod,
                    DeletionGracePeriodSeconds = (long)pod.Spec.TerminationGracePeriod.TotalSeconds,
                },
            });
        }
        else
        {
            Remove(found);
        }

        return new(request, ApiResult.Ok);
    }

    private ApiObject Named(ApiObject item)
    {
        if (item.Name.Length > 0) return item;
        var number = _named[item.Metadata.GenerateName] = _named.GetValueOrDefault(item.Metadata.GenerateName) + 1;
        return item with { Metadata = item.Metadata with { Name = $"{item.Metadata.GenerateName}{number}" } };
    }

    /// <summary>Generated names go on from those of another.</summary>
    public void NameAfter(InstantHost other)
    {
        foreach (var (name, number) in other._named) _named[name] = number;
    }

    private ApiObject Store(ApiObject item)
    {
        var previous = Find(item.Kind, item.Key);
        var metadata = item.Metadata with
        {
            ResourceVersion = ++_revision,
            CreationTimestamp = item.Metadata.CreationTimestamp ?? Now.TruncatedToSecond,
        };
        var stored = item with { Metadata = metadata };
        _objects[(item.Kind, item.Key)] = stored;
        _undelivered.Enqueue(new WatchEvent(previous is null ? WatchEventType.Added : WatchEventType.Modified, stored, previous));
        return stored;
    }

    private void Remove(ApiObject item)
    {
        var last = _objects[(item.Kind, item.Key)];
        _objects.Remove((item.Kind, item.Key));
        _undelivered.Enqueue(new WatchEvent(WatchEventType.Deleted, last, last));
    }

    private ApiObject? Find(string kind, ObjectKey key) => _objects.GetValueOrDefault((kind, key));
}
