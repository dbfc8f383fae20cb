using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Keeps the addresses of services up to date (pkg/controller/endpoint of 1.3.10).</summary>
public sealed class EndpointsController : IControlLoop
{
    private readonly PodIndex<ServiceEntry> _index = new();
    private readonly KeyedWork _work;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public EndpointsController(EndpointsOptions options, Instant start)
    {
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _work.SyncBy(new EndpointsSync(_index, _work.Queue).Run);
    }

    public string Name => "endpoint-controller";

    public IReadOnlyList<string> Watches { get; } = ["Pod", "Service"];

    public Instant? NextWake => _work.NextResync;

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        if (watchEvent.Object is Pod) ObservePod(watchEvent);
        else if (watchEvent.Object is Service service) ObserveService(watchEvent.Type, service);
        _work.Run();
    }

    public void Complete(in ApiResponse response, Instant now) => _work.Complete(response, now);

    public void Wake(Instant now)
    {
        if (!_work.IsResyncDue(now)) return;
        foreach (var entry in _index.AllOwners()) _work.Queue.Add(entry.Key);
        _work.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _work.Routines.TakeRequests(into);

    private void ObserveService(WatchEventType type, Service service)
    {
        if (_index.TryGetOwner(service.Key, out var entry)) _index.Remove(entry!);
        if (type != WatchEventType.Deleted) Add(new ServiceEntry(service));
        _work.Queue.Add(service.Key);
    }

    private void Add(ServiceEntry entry)
    {
        _index.Add(entry);
        foreach (var pod in entry.Pods()) entry.Members.Put(pod);
    }

    private void ObservePod(in WatchEvent podEvent)
    {
        var pod = (Pod)podEvent.Object;
        var isMoved = podEvent.Previous is Pod previous && !previous.Metadata.Labels.SameAs(pod.Metadata.Labels);
        if (isMoved)
        {
            var old = _index.ClassOf((Pod)podEvent.Previous!);
            foreach (var service in old.Owners) service.Members.Remove(pod.Key);
            Enqueue(old);
        }

        var pods = _index.Apply(podEvent);
        foreach (var service in pods.Owners)
        {
            if (podEvent.Type == WatchEventType.Deleted) service.Members.Remove(pod.Key);
            else service.Members.Put(pod);
        }

        Enqueue(pods);
    }

    private void Enqueue(PodClass<ServiceEntry> pods)
    {
        foreach (var service in pods.Owners) _work.Queue.Add(service.Key);
    }
}
