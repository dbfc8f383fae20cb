using Simulator.World.Nodes;

namespace Simulator.World.Traffic;

/// <summary>Where requests enter: at each live node as many. Keeps for each node with whom its proxy shares its knowledge.</summary>
internal sealed class SenderRegister
{
    private readonly TrafficRouter _router;
    private readonly IReadOnlyList<ProxyGroup> _groups;
    private readonly IReadOnlyList<Follower> _others;
    private readonly List<Follower> _proxies;
    private readonly Dictionary<SimulatedNode, Place> _places = [];

    /// <param name="groups">The proxies that follow the API server.</param>
    /// <param name="others">Clients whose knowledge does not depend on the node where they enter.</param>
    /// <param name="proxies">All proxies; those that are cut off are added and taken away here.</param>
    public SenderRegister(TrafficRouter router, IReadOnlyList<ProxyGroup> groups, IReadOnlyList<Follower> others, List<Follower> proxies)
    {
        (_router, _groups, _others, _proxies) = (router, groups, others, proxies);
    }

    public void Add(SimulatedNode node)
    {
        var zone = _router.Zones.IndexOf(node.Zone);
        var place = new Place(zone, _groups[(_places.Count + zone) % _groups.Count]);
        _places.Add(node, place);
        node.ConnectionChanged = OnChanged;
        OnChanged(node);
    }

    /// <summary>Power, connection or health changed.</summary>
    private void OnChanged(SimulatedNode node)
    {
        var place = _places[node];
        if (node is { PowerLosses: > 0 } or { IsFrozen: true } or { IsGone: true }) Move(place, null);
        else if (node.NetworkCuts == 0) Connect(node, place);
        else if (place.Proxy is ProxyGroup or null) Move(place, place.Group.FrozenNow());
        _router.TouchAll();
    }

    /// <summary>A proxy that was cut off lists the endpoints and rewrites its rules before it is as good as the others.</summary>
    private void Connect(SimulatedNode node, Place place)
    {
        if (place.Proxy is not FrozenFollower)
        {
            Move(place, place.Group);
            return;
        }

        _router.Simulation.Schedule(_router.RewriteTime, () =>
        {
            if (node is not { PowerLosses: 0, NetworkCuts: 0 }) return;
            Move(place, place.Group);
            _router.TouchAll();
        });
    }

    private void Move(Place place, Follower? proxy)
    {
        if (proxy == place.Proxy) return;
        if (place.Proxy is null) Count(place.Zone, 1);
        else Leave(place.Proxy, place.Zone);
        place.Proxy = proxy;
        if (proxy is null) Count(place.Zone, -1);
        else Join(proxy, place.Zone);
    }

    private void Join(Follower proxy, int zone)
    {
        proxy.Senders[zone]++;
        if (!_proxies.Contains(proxy)) _proxies.Add(proxy);
    }

    private void Leave(Follower proxy, int zone)
    {
        proxy.Senders[zone]--;
        if (proxy is FrozenFollower && proxy.Senders.AsSpan().IndexOfAnyExcept(0) < 0) _proxies.Remove(proxy);
    }

    private void Count(int zone, int change)
    {
        foreach (var other in _others) other.Senders[zone] += change;
    }

    private sealed class Place(int zone, ProxyGroup group)
    {
        public int Zone => zone;

        public ProxyGroup Group => group;

        /// <summary>Null: the node is off and sends nothing.</summary>
        public Follower? Proxy { get; set; }
    }
}
