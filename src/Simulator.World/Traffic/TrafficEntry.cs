using Simulator.Engine;
using Simulator.World.Specification;
using Simulator.World.Traffic.Rates;
using Simulator.World.Traffic.Serving;

namespace Simulator.World.Traffic;

/// <summary>One entry of a scenario's traffic: its rate now, and the services that it goes to.</summary>
internal sealed class TrafficEntry : ICallback
{
    /// <summary>A call rate that changes by less is the same.</summary>
    private const double CallPrecision = 0.001;

    private readonly TrafficRouter _router;
    private readonly RateFunction _function;
    private readonly List<(ServiceTraffic Service, Flow Flow)> _flows = [];
    private TimeSpan? _next;

    public TrafficEntry(TrafficRouter router, TrafficSpec spec, IReadOnlyList<Follower> clients)
    {
        (_router, Spec, Clients, _function) = (router, spec, clients, new RateFunction(spec));
        ZoneWeights = spec.ZoneWeights.Count == 0 ? null : router.Zones.Weights(spec.ZoneWeights);
        _next = _function.From(TimeSpan.Zero, out var rate);
        Rate = rate;
    }

    public TrafficSpec Spec { get; }

    /// <summary>Among the entries.</summary>
    public int Number { get; init; }

    /// <summary>Requests a second to each service, now, before noise.</summary>
    public double Rate { get; private set; }

    /// <summary>Who sends.</summary>
    public IReadOnlyList<Follower> Clients { get; }

    /// <summary>By number of the zone; null: each live node sends as much.</summary>
    public double[]? ZoneWeights { get; }

    /// <summary>Requests of its services become requests of others: one entry a call.</summary>
    public IReadOnlyList<(TrafficEntry Entry, double Factor)> Calls { get; set; } = [];

    /// <summary>Null: the scenario says how many requests come.</summary>
    public Door? Door { get; set; }

    /// <summary>To the youngest of its services; null: there is none, or it was deleted.</summary>
    public Flow? Latest => _flows.Count > 0 && _flows[^1].Service is { IsGone: false, IsReplaced: false } ? _flows[^1].Flow : null;

    /// <summary>Of the answers to that; null: they take no time.</summary>
    public Latencies? LatestLatencies => Latest is null ? null : _flows[^1].Service.Latencies;

    public Flow Add(ServiceTraffic service)
    {
        var noise = Spec.Noise > 0 ? new RateNoise(Spec, _router.Stream($"traffic-noise/{Number}/{service.Name}")) : null;
        var flow = new Flow(this, noise);
        noise?.Draw(_router.Simulation.Now);
        _flows.Add((service, flow));
        return flow;
    }

    /// <summary>One event a step, for all services.</summary>
    public void Arm()
    {
        if (_next is { } at) _router.Simulation.ScheduleAt(at, this);
    }

    /// <summary>What its services answer has changed: they call others.</summary>
    public void OnAnswered()
    {
        Door?.Tell();
        if (Calls.Count == 0) return;
        var answered = _flows.Sum(entry => entry.Flow.Answered);
        foreach (var (entry, factor) in Calls) entry.Call(answered * factor);
    }

    void ICallback.Invoke(long payload)
    {
        _next = _function.From(_router.Simulation.Now, out var rate);
        Rate = rate;
        foreach (var (service, flow) in _flows)
        {
            flow.Noise?.Draw(_router.Simulation.Now);
            _router.Touch(service);
        }

        Arm();
    }

    /// <summary>So many from now on.</summary>
    public void Call(double perSecond)
    {
        if (Math.Abs(perSecond - Rate) <= (Door is null ? CallPrecision : 0) * Rate) return;
        Rate = perSecond;
        foreach (var (service, _) in _flows) _router.Touch(service);
    }
}
