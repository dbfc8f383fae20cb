using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.LoadBalancers;

/// <summary>
/// The service controller: asks the cloud for the load balancers of services, and tells it which nodes there are (pkg/controller/service of
/// 1.3.10).
/// </summary>
public sealed class LoadBalancerController : KeyedController, ISelectiveLoop
{
    private readonly SortedDictionary<ObjectKey, BalancedService> _services = [];
    private readonly ServingNodes _nodes = new();
    private readonly DelayedKeys _delayed;
    private readonly PeriodicRoutine _nodeSync;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    /// <param name="order">In which the cloud is told of nodes; null = by name.</param>
    public LoadBalancerController(LoadBalancerOptions options, Instant start, IMapOrder? order = null)
        : base(options.ConcurrentSyncs, options.ResyncPeriod, start)
    {
        _delayed = new DelayedKeys(Queue, options.RetryDelayMin, options.RetryDelayMax);
        SyncBy(new LoadBalancerSync(_services, _nodes, _delayed, Routines).Run);
        var nodeSync = new NodeSetSync(_services, _nodes, order ?? NameOrder.Instance);
        _nodeSync = new PeriodicRoutine(options.NodeSyncPeriod, start + options.NodeSyncPeriod, nodeSync.Run, nodeSync.NextWork);
    }

    public override string Name => "service-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Service", "Node"];

    /// <summary>
    /// A resync would find that nothing has changed since the cloud acted, or that a retry is due anyway: it is not made.
    /// </summary>
    private protected override IEnumerable<ObjectKey> Keys => [];

    public override Instant? NextWake => _delayed.Next.OrEarlier(_nodeSync.Next(Routines.Now));

    public bool Wants(in WatchEvent watchEvent) =>
        watchEvent.Object is not Node node
            || watchEvent.Type != WatchEventType.Modified
            || watchEvent.Previous is not Node before
            || ServingNodes.Serves(node) != ServingNodes.Serves(before);

    public override void Wake(Instant now)
    {
        _delayed.Move(now);
        base.Wake(now);
        if (_nodeSync.Next(now) <= now) _nodeSync.Run(Routines);
    }

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Node node) _nodes.Observe(change.Type, node);
        else Observe(change.Type, (Service)change.Object);
    }

    private void Observe(WatchEventType type, Service service)
    {
        if (!_services.TryGetValue(service.Key, out var entry)) _services.Add(service.Key, entry = new BalancedService());
        entry.Service = type == WatchEventType.Deleted ? null : service;
        Queue.Add(service.Key);
    }
}
