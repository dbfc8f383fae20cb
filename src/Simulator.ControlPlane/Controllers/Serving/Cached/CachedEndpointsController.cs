using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving.Cached;

/// <summary>
/// Keeps the addresses of services up to date and trusts its watches: it reads nothing before it writes, and looks at nothing without a
/// cause (pkg/controller/endpoint of 1.20).
/// </summary>
/// <remarks>Left out: headless services without ports, and the mark of services with more than 1,000 addresses.</remarks>
public sealed class CachedEndpointsController : RetryingController
{
    private readonly Dictionary<ObjectKey, Endpoints> _stored = [];
    private readonly ServiceWatch<ServiceEntry> _services;

    /// <param name="start">When the process starts.</param>
    public CachedEndpointsController(CachedEndpointsOptions options, Instant start)
        : base(options.ConcurrentSyncs, RetryPace.Usual, start)
    {
        _services = new ServiceWatch<ServiceEntry>(
            static service => new ServiceEntry(service, EndpointMembers.Unfinished), Queue.Add,
            key => QueueAfter(key, options.BatchPeriod));
        SyncBy(new CachedEndpointsSync(_services, _stored, Retries).Run);
    }

    public override string Name => "endpoint-controller";

    /// <summary>What it writes first and services last, so that a new process knows all of a service when it first looks at it.</summary>
    public override IReadOnlyList<string> Watches { get; } = ["Endpoints", "Pod", "Service"];

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is not Endpoints endpoints) _services.Observe(change);
        else if (change.Type == WatchEventType.Deleted) _stored.Remove(endpoints.Key);
        else _stored[endpoints.Key] = endpoints;
    }
}
