using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Serving.Cached;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving.Slices;

/// <summary>Keeps the endpoints of services in slices of at most 100 (pkg/controller/endpointslice of 1.20).</summary>
/// <remarks>
/// Its watch may be behind its own writes, and it does not wait for it: then two slices may hold the same addresses for a moment, or a
/// write is refused and comes again a second later. Left out: IPv6, topology, the annotation of the last change.
/// </remarks>
public sealed class EndpointSliceController : RetryingController, ISelectiveLoop
{
    /// <summary>A slice that somebody else has changed is looked at so much later (endpointSliceChangeMinSyncDelay).</summary>
    private static readonly TimeSpan ChangeDelay = TimeSpan.FromSeconds(1);

    /// <summary>Far slower than other controllers: defaultSyncBackOff, maxSyncBackOff.</summary>
    private static readonly RetryPace Pace = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(100), 10, 100);

    private readonly SliceBook _slices = new();
    private readonly KnownNodes _nodes = new();
    private readonly ServiceWatch<SlicedService> _services;
    private readonly TimeSpan _batchPeriod;

    /// <param name="start">When the process starts.</param>
    public EndpointSliceController(EndpointSliceOptions options, Instant start)
        : base(options.ConcurrentSyncs, Pace, start)
    {
        _batchPeriod = options.BatchPeriod;
        _services = new ServiceWatch<SlicedService>(
            static service => new SlicedService(service), Queue.Add, key => QueueAfter(key, _batchPeriod));
        var calls = new SliceCalls(_slices);
        SyncBy(new EndpointSliceSync(_services, _slices, _nodes, calls, Retries, Routines, options.MaxEndpointsPerSlice).Run);
    }

    public override string Name => "endpointslice-controller";

    /// <summary>Services last, so that a new process knows all of a service when it first looks at it.</summary>
    public override IReadOnlyList<string> Watches { get; } = ["EndpointSlice", "Node", "Pod", "Service"];

    /// <summary>Of nodes it needs to know only which there are.</summary>
    public bool Wants(in WatchEvent watchEvent) => watchEvent.Object is not Node || watchEvent.Type != WatchEventType.Modified;

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Node) _nodes.Observe(change);
        else if (change.Object is not EndpointSlice) _services.Observe(change);
        else if (_slices.See(change, out var service)) Retries.Add(service, Routines.Now + Longer(ChangeDelay, _batchPeriod));
    }

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
