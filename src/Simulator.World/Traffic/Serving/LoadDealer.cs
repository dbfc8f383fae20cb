namespace Simulator.World.Traffic.Serving;

/// <summary>Which share of each flow's tries each pod of a service gets, as all who send know the endpoints.</summary>
internal sealed class LoadDealer
{
    private readonly TrafficRouter _router;
    private readonly ServiceTraffic _service;
    private readonly Action<EndpointsView, int, double> _note;
    private readonly List<(EndpointsView View, double[] ByZone)> _views = [];
    private readonly Dictionary<Backend, double[]> _shares = [];
    private readonly List<Backend> _order = [];

    public LoadDealer(TrafficRouter router, ServiceTraffic service) => (_router, _service, _note) = (router, service, Note);

    /// <summary>In the order of the endpoints.</summary>
    public IReadOnlyList<Backend> Backends => _order;

    public double[] SharesOf(Backend backend) => _shares[backend];

    public void Deal(IReadOnlyList<Flow> flows)
    {
        _shares.Clear();
        _order.Clear();
        for (var flow = 0; flow < flows.Count; flow++)
        {
            _views.Clear();
            flows[flow].Deal(_router, _service, _note);
            foreach (var (view, byZone) in _views) Spread(view, byZone, flow, flows.Count);
        }
    }

    /// <summary>Senders that know the same are one: what reaches a zone from anywhere.</summary>
    private void Note(EndpointsView view, int from, double share)
    {
        if (view.Backends.Length == 0) return;
        var (byZone, zones, part) = (ZonesOf(view), _router.Zones, share / view.Backends.Length);
        for (var zone = 0; zone < byZone.Length; zone++)
        {
            if (!zones.IsCut(from, zone)) byZone[zone] += part;
        }
    }

    private double[] ZonesOf(EndpointsView view)
    {
        foreach (var (known, zones) in _views)
        {
            if (ReferenceEquals(known, view)) return zones;
        }

        var byZone = new double[_router.Zones.Count];
        _views.Add((view, byZone));
        return byZone;
    }

    private void Spread(EndpointsView view, double[] byZone, int flow, int flows)
    {
        foreach (var backend in view.Backends)
        {
            if (!backend.IsServing || backend.Profile is not { Spec.Serves: true }) continue;
            if (!_shares.TryGetValue(backend, out var shares))
            {
                _shares.Add(backend, shares = new double[flows]);
                _order.Add(backend);
            }

            shares[flow] += byZone[backend.Zone];
        }
    }
}
