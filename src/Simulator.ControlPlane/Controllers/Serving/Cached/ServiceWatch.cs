using Simulator.Api;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving.Cached;

/// <summary>Services and the pods that they select, as watches show them.</summary>
/// <param name="make">What is kept of a service.</param>
/// <param name="changed">Told of services that have come, changed or gone.</param>
/// <param name="podsChanged">Told of services whose pods have changed in what concerns them.</param>
internal sealed class ServiceWatch<TEntry>(Func<Service, TEntry> make, Action<ObjectKey> changed, Action<ObjectKey> podsChanged)
    where TEntry : SelectorOwner<TEntry>, IServed
{
    private readonly PodIndex<TEntry> _index = new();

    /// <summary>Null: there is no such service.</summary>
    public TEntry? Find(ObjectKey key) => _index.TryGetOwner(key, out var entry) ? entry : null;

    public void Observe(in WatchEvent change)
    {
        if (change.Object is Pod pod) ObservePod(change, pod);
        else if (change.Object is Service service) ObserveService(change.Type, service);
    }

    private void ObserveService(WatchEventType type, Service service)
    {
        if (_index.TryGetOwner(service.Key, out var entry)) _index.Remove(entry!);
        if (type != WatchEventType.Deleted) Add(make(service));
        changed(service.Key);
    }

    private void Add(TEntry entry)
    {
        _index.Add(entry);
        foreach (var pod in entry.Pods()) entry.Put(pod);
    }

    private void ObservePod(in WatchEvent change, Pod pod)
    {
        var former = change.Type == WatchEventType.Modified ? change.Previous as Pod : null;
        var before = former is null ? null : _index.ClassOf(former);
        var now = _index.Apply(change);
        foreach (var service in now.Owners)
        {
            if (change.Type == WatchEventType.Deleted) service.Remove(pod.Key);
            else service.Put(pod);
        }

        var concerns = former is null || AddressChange.IsIn(former, pod);
        if (before is null || before == now) Tell(now, concerns);
        else Move(before, now, pod, concerns);
    }

    /// <summary>Other labels: services that select it as before are told only if something else has changed.</summary>
    private void Move(PodClass<TEntry> before, PodClass<TEntry> now, Pod pod, bool concerns)
    {
        foreach (var service in before.Owners)
        {
            if (now.Owners.Contains(service)) continue;
            service.Remove(pod.Key);
            podsChanged(service.Key);
        }

        foreach (var service in now.Owners)
        {
            if (concerns || !before.Owners.Contains(service)) podsChanged(service.Key);
        }
    }

    private void Tell(PodClass<TEntry> pods, bool concerns)
    {
        if (!concerns) return;
        foreach (var service in pods.Owners) podsChanged(service.Key);
    }
}
