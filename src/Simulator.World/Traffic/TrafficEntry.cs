using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Traffic;

/// <summary>One entry of a scenario's traffic: its rate now, and the services that it goes to.</summary>
internal sealed class TrafficEntry(TrafficRouter router, TrafficSpec spec, IReadOnlyList<Follower> clients) : ICallback
{
    private readonly List<ServiceTraffic> _services = [];
    private int _step;

    public TrafficSpec Spec => spec;

    /// <summary>Requests a second to each service, now.</summary>
    public double Rate => spec.Rate[_step].PerSecond;

    /// <summary>Who sends.</summary>
    public IReadOnlyList<Follower> Clients => clients;

    /// <summary>By number of the zone; null: each live node sends as much.</summary>
    public double[]? ZoneWeights { get; } = spec.ZoneWeights.Count == 0 ? null : router.Zones.Weights(spec.ZoneWeights);

    public void Add(ServiceTraffic service) => _services.Add(service);

    /// <summary>One event a step, for all services.</summary>
    public void Arm()
    {
        if (_step + 1 < spec.Rate.Count) router.Simulation.ScheduleAt(spec.Rate[_step + 1].At, this);
    }

    void ICallback.Invoke(long payload)
    {
        _step++;
        foreach (var service in _services) router.Touch(service);
        Arm();
    }
}
