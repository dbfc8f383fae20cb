using Simulator.World.Specification;

namespace Simulator.World.Traffic;

/// <summary>The entries of a scenario's traffic and, after them, those that calls between services make.</summary>
internal sealed class TrafficEntries
{
    private readonly TrafficRouter _router;
    private readonly List<Follower> _proxies;
    private readonly List<Follower> _followers;
    private readonly List<TrafficEntry> _all = [];

    /// <param name="proxies">Of all nodes; some are frozen and thawed later.</param>
    /// <param name="followers">Who follows the endpoints; clients of DNS are added.</param>
    public TrafficEntries(TrafficRouter router, IReadOnlyList<TrafficSpec> specs, List<Follower> proxies, List<Follower> followers)
    {
        (_router, _proxies, _followers) = (router, proxies, followers);
        foreach (var spec in specs) Add(spec);
        foreach (var entry in _all.ToList()) entry.Calls = [.. entry.Spec.Calls.Select(call => (CalledBy(entry, call), call.Factor))];
    }

    public IReadOnlyList<TrafficEntry> All => _all;

    private TrafficEntry Add(TrafficSpec spec)
    {
        var entry = new TrafficEntry(_router, spec, ClientsOf(spec)) { Number = _all.Count };
        _all.Add(entry);
        return entry;
    }

    /// <summary>The requests that the services of an entry send to another.</summary>
    private TrafficEntry CalledBy(TrafficEntry caller, ServiceCall call) => Add(new TrafficSpec
    {
        Namespace = caller.Spec.Namespace,
        Services = [call.Service],
        From = TrafficSource.Inside,
        Rate = [new RateStep(TimeSpan.Zero, 0)],
    });

    private IReadOnlyList<Follower> ClientsOf(TrafficSpec spec)
    {
        if (spec.Through == TrafficWay.Proxy) return _proxies;
        List<DnsClients> known = [.. _followers.OfType<DnsClients>().Where(clients => clients.Ttl == spec.DnsTtl)];
        if (known.Count > 0) return known;
        for (var i = 0; i < DnsClients.Classes; i++) known.Add(new DnsClients(_router, spec.DnsTtl, i));
        _followers.AddRange(known);
        return known;
    }
}
