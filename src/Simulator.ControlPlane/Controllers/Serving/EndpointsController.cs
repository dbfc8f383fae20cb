using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>Keeps the addresses of services up to date (pkg/controller/endpoint of 1.3.10).</summary>
public sealed class EndpointsController : KeyedController
{
    private readonly PodIndex<ServiceEntry> _index = new();

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public EndpointsController(EndpointsOptions options, Instant start)
        : base(options.ConcurrentSyncs, options.ResyncPeriod, start)
    {
        SyncBy(new EndpointsSync(_index, Queue).Run);
    }

    public override string Name => "endpoint-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "Service"];

    private protected override IEnumerable<ObjectKey> Keys => _index.Keys;

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) ObservePod(change);
        else if (change.Object is Service service) ObserveService(change.Type, service);
    }

    private void ObserveService(WatchEventType type, Service service)
    {
        if (_index.TryGetOwner(service.Key, out var entry)) _index.Remove(entry!);
        if (type != WatchEventType.Deleted) Add(new ServiceEntry(service, EndpointMembers.Undeleted));
        Queue.Add(service.Key);
    }

    private void Add(ServiceEntry entry)
    {
        _index.Add(entry);
        entry.Members.Fill(entry.Pods());
    }

    private void ObservePod(in WatchEvent podEvent)
    {
        var pod = (Pod)podEvent.Object;
        var isMoved = podEvent.Previous is Pod previous && !previous.Metadata.Labels.SameAs(pod.Metadata.Labels);
        if (isMoved)
        {
            var old = _index.ClassOf((Pod)podEvent.Previous!);
            foreach (var service in old.Owners) service.Members.Remove(pod.Name);
            Enqueue(old);
        }

        var pods = _index.Apply(podEvent);
        foreach (var service in pods.Owners)
        {
            if (podEvent.Type == WatchEventType.Deleted) service.Members.Remove(pod.Name);
            else service.Members.Put(pod);
        }

        Enqueue(pods);
    }

    private void Enqueue(PodClass<ServiceEntry> pods)
    {
        foreach (var service in pods.Owners) Queue.Add(service.Key);
    }
}
