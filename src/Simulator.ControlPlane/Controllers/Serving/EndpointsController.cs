using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Keeps the addresses of services up to date (pkg/controller/endpoint of 1.3.10).</summary>
public sealed class EndpointsController : IControlLoop
{
    private readonly EndpointsOptions _options;
    private readonly PodIndex<ServiceEntry> _index = new();
    private readonly WorkQueue _queue = new();
    private readonly RoutineSet _routines = new();
    private readonly Workers _workers;
    private Instant _nextResync;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public EndpointsController(EndpointsOptions options, Instant start)
    {
        _options = options;
        _nextResync = start + options.ResyncPeriod;
        _workers = new Workers(options.ConcurrentSyncs, _queue, _routines, new EndpointsSync(_index, _queue).Run);
    }

    public string Name => "endpoint-controller";

    public IReadOnlyList<string> Watches { get; } = ["Pod", "Service"];

    public Instant? NextWake => _nextResync;

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _routines.Now = now;
        if (watchEvent.Object is Pod) ObservePod(watchEvent);
        else if (watchEvent.Object is Service service) ObserveService(watchEvent.Type, service);
        _workers.Run();
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _routines.Now = now;
        _routines.Complete(response);
        _workers.Run();
    }

    public void Wake(Instant now)
    {
        _routines.Now = now;
        if (now < _nextResync) return;
        _nextResync = now + _options.ResyncPeriod;
        foreach (var entry in _index.AllOwners()) _queue.Add(entry.Key);
        _workers.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _routines.TakeRequests(into);

    private void ObserveService(WatchEventType type, Service service)
    {
        if (_index.TryGetOwner(service.Key, out var entry)) _index.Remove(entry!);
        if (type != WatchEventType.Deleted) Add(new ServiceEntry(service));
        _queue.Add(service.Key);
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
        foreach (var service in pods.Owners) _queue.Add(service.Key);
    }
}
