using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>The service controller: asks the cloud for the load balancers of services, and tells it which nodes there are (pkg/controller/service of 1.3.10).</summary>
public sealed class LoadBalancerController : ISelectiveLoop
{
    private readonly SortedDictionary<ObjectKey, BalancedService> _services = [];
    private readonly ServingNodes _nodes = new();
    private readonly KeyedWork _work;
    private readonly DelayedKeys _delayed;
    private readonly PeriodicRoutine _nodeSync;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public LoadBalancerController(LoadBalancerOptions options, Instant start)
    {
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _delayed = new DelayedKeys(_work.Queue, options.RetryDelayMin, options.RetryDelayMax);
        _work.SyncBy(new LoadBalancerSync(_services, _nodes, _delayed, _work.Routines).Run);
        var nodeSync = new NodeSetSync(_services, _nodes);
        _nodeSync = new PeriodicRoutine(options.NodeSyncPeriod, start + options.NodeSyncPeriod, nodeSync.Run, nodeSync.NextWork);
    }

    public string Name => "service-controller";

    public IReadOnlyList<string> Watches { get; } = ["Service", "Node"];

    /// <summary>A resync would find that nothing has changed since the cloud acted, or that a retry is due anyway: it is not made.</summary>
    public Instant? NextWake => _delayed.Next.OrEarlier(_nodeSync.Next(_work.Routines.Now));

    public bool Wants(in WatchEvent watchEvent) =>
        watchEvent.Object is not Node node || watchEvent.Type != WatchEventType.Modified || watchEvent.Previous is not Node before || ServingNodes.Serves(node) != ServingNodes.Serves(before);

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        if (watchEvent.Object is Node node) _nodes.Observe(watchEvent.Type, node);
        else Observe(watchEvent.Type, (Service)watchEvent.Object);
        _work.Run();
    }

    public void Complete(in ApiResponse response, Instant now) => _work.Complete(response, now);

    public void Wake(Instant now)
    {
        _work.SetNow(now);
        _delayed.Move(now);
        _work.Run();
        if (_nodeSync.Next(now) <= now) _nodeSync.Run(_work.Routines);
    }

    public void TakeRequests(List<ApiRequest> into) => _work.Routines.TakeRequests(into);

    private void Observe(WatchEventType type, Service service)
    {
        if (!_services.TryGetValue(service.Key, out var entry)) _services.Add(service.Key, entry = new BalancedService());
        entry.Service = type == WatchEventType.Deleted ? null : service;
        _work.Queue.Add(service.Key);
    }
}
