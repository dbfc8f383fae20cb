namespace Simulator.World.Traffic.Serving;

/// <summary>Which share of each flow's tries each pod of a service gets, as all who send know the endpoints.</summary>
internal sealed class LoadDealer(TrafficRouter router, ServiceTraffic service)
{
    private readonly List<(EndpointsView View, double[] ByZone)> _views = [];
    private readonly Dictionary<Backend, double[]> _shares = [];
    private readonly List<Backend> _order = [];

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
            flows[flow].Deal(router, service, Note);
            foreach (var (view, byZone) in _views) Spread(view, byZone, flow, flows.Count);
        }
    }

    /// <summary>Senders that know the same are one: what reaches a zone from anywhere.</summary>
    private void Note(EndpointsView view, int from, double share)
    {
        if (view.Backends.Length == 0) return;
        var index = _views.FindIndex(known => ReferenceEquals(known.View, view));
        if (index < 0)
        {
            index = _views.Count;
            _views.Add((view, new double[router.Zones.Count]));
        }

        var byZone = _views[index].ByZone;
        for (var zone = 0; zone < byZone.Length; zone++)
        {
            if (!router.Zones.IsCut(from, zone)) byZone[zone] += share / view.Backends.Length;
        }
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
