using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;

namespace Simulator.World.Traffic;

/// <summary>The addresses of services as they are committed, for those who follow them: proxies, and clients of DNS.</summary>
internal sealed class AddressFeeds
{
    private readonly TrafficRouter _router;
    private readonly BackendTable _backends;
    private readonly CommittedSlices? _slices;

    /// <param name="source">Where proxies read; DNS always goes by the endpoints.</param>
    public AddressFeeds(TrafficRouter router, BackendTable backends, AddressSource source)
    {
        (_router, _backends) = (router, backends);
        if (source == AddressSource.Slices) _slices = new CommittedSlices();
        ForProxies = _slices is null ? ForDns : new EndpointsFeed();
    }

    public EndpointsFeed ForDns { get; } = new();

    public EndpointsFeed ForProxies { get; }

    /// <summary>Ready addresses of the cluster, where proxies read them.</summary>
    public int Ready { get; private set; }

    /// <param name="service">Null: nobody sends requests to it.</param>
    public void OnEndpoints(WatchEventType type, Endpoints endpoints, Endpoints? old, ServiceTraffic? service)
    {
        var ready = type == WatchEventType.Deleted ? 0 : ReadyIn(endpoints);
        if (_slices is null) Ready += ready - (old is null ? 0 : ReadyIn(old));
        if (service is null || (_slices is not null && !ForDns.IsFollowed)) return;
        Tell(ForDns, service, ready == 0 ? EndpointsView.Empty : _backends.ViewOf(endpoints, ready, service, ForDns.LatestOf(service)));
    }

    /// <inheritdoc cref="OnEndpoints"/>
    public void OnSlice(WatchEventType type, EndpointSlice slice, EndpointSlice? old, ServiceTraffic? service)
    {
        if (_slices is null) return;
        var isGone = type == WatchEventType.Deleted;
        Ready += (isGone ? 0 : ReadyIn(slice)) - (old is null ? 0 : ReadyIn(old));
        var slices = _slices.Put(slice, isGone);
        if (service is not null) Tell(ForProxies, service, _backends.ViewOf(slices, service, ForProxies.LatestOf(service)));
    }

    private void Tell(EndpointsFeed feed, ServiceTraffic service, EndpointsView view)
    {
        feed.Add(new EndpointsFeed.Entry(_router.Simulation.Now, service, view));
        foreach (var follower in _router.Followers)
        {
            if (follower.Feed == feed) follower.Arm();
        }
    }

    private static int ReadyIn(Endpoints endpoints)
    {
        var ready = 0;
        foreach (var subset in endpoints.Subsets) ready += subset.Addresses.Count;
        return ready;
    }

    private static int ReadyIn(EndpointSlice slice)
    {
        var ready = 0;
        foreach (var endpoint in slice.Endpoints)
        {
            if (endpoint.IsReady) ready++;
        }

        return ready;
    }
}
