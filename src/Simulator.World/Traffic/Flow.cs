using Simulator.World.Load;
using Simulator.World.Specification;
using Simulator.World.Traffic.Rates;

namespace Simulator.World.Traffic;

/// <summary>The requests of one traffic entry to one service.</summary>
internal sealed class Flow(TrafficEntry entry, RateNoise? noise)
{
    private int[] _senders = [];

    public TrafficEntry Entry => entry;

    public RateNoise? Noise => noise;

    public ClientSpec Client => entry.Spec.Client;

    /// <summary>Requests a second, now.</summary>
    public double Rate => entry.Rate * (noise?.Factor ?? 1);

    /// <summary>Tries a second: requests that failed come again.</summary>
    public double Tries => Retries?.Tries ?? Rate;

    /// <summary>Null: who fails does not try again.</summary>
    public RetryLoop? Retries { get; } = entry.Spec.Client.Retries > 0 ? new RetryLoop(entry.Spec.Client.Retries) : null;

    /// <summary>Of the tries, for they reach no endpoint that answers.</summary>
    public double UnreachableShare { get; private set; }

    /// <summary>Of the tries, whether any come or not.</summary>
    public double FailingShare { get; set; }

    /// <summary>Requests a second that fail for good, now.</summary>
    public double Failing { get; set; }

    /// <summary>Tries a second that are answered, in time or not.</summary>
    public double Answered { get; set; }

    /// <summary>Requests take no time: those fail that reach nobody.</summary>
    public void Fail() =>
        (FailingShare, Failing, Answered) = (UnreachableShare, Rate * UnreachableShare, Rate * (1 - UnreachableShare));

    public bool IsCutOff(TrafficRouter router, ServiceTraffic service) =>
        entry.Spec.From == TrafficSource.Outside && router.IsCutFromOutside(service);

    /// <summary>Recounts what fails, from each sender's view of the endpoints.</summary>
    public void Count(TrafficRouter router, ServiceTraffic service)
    {
        UnreachableShare = IsCutOff(router, service) ? 1 : ShareOf(router, service);
    }

    /// <summary>
    /// The share of its tries that each view of the endpoints gets from each zone; nothing if there is no live node.
    /// </summary>
    public void Deal(TrafficRouter router, ServiceTraffic service, Action<EndpointsView, int, double> deal)
    {
        if (IsCutOff(router, service)) return;
        var senders = CountSenders(router.Zones.Count);
        var all = 0.0;
        for (var zone = 0; zone < senders.Length; zone++) all += WeightOf(zone, senders[zone]);
        if (all <= 0) return;
        for (var zone = 0; zone < senders.Length; zone++)
        {
            if (senders[zone] > 0) Deal(service, zone, WeightOf(zone, senders[zone]) / all, senders[zone], deal);
        }
    }

    private void Deal(ServiceTraffic service, int zone, double weight, int senders, Action<EndpointsView, int, double> deal)
    {
        for (var i = 0; i < entry.Clients.Count; i++)
        {
            var clients = entry.Clients[i];
            if (clients.Senders[zone] > 0) deal(clients.ViewOf(service), zone, weight * clients.Senders[zone] / senders);
        }
    }

    /// <summary>Without a live node there is nowhere to enter.</summary>
    private double ShareOf(TrafficRouter router, ServiceTraffic service)
    {
        double failing = 0, all = 0;
        for (var zone = 0; zone < router.Zones.Count; zone++)
        {
            var (share, senders) = InZone(router, service, zone);
            if (senders == 0) continue;
            var weight = entry.ZoneWeights is { } weights ? weights[zone] : senders;
            failing += weight * share;
            all += weight;
        }

        return all > 0 ? failing / all : 1;
    }

    private (double Share, int Senders) InZone(TrafficRouter router, ServiceTraffic service, int zone)
    {
        var (failing, senders) = (0.0, 0);
        for (var i = 0; i < entry.Clients.Count; i++)
        {
            var clients = entry.Clients[i];
            var count = clients.Senders[zone];
            if (count == 0) continue;
            var view = clients.ViewOf(service);
            view.Count(service.Version, router.Zones.Count);
            failing += count * view.FailingShare(router.Zones, zone);
            senders += count;
        }

        return (senders == 0 ? 0 : failing / senders, senders);
    }

    private double WeightOf(int zone, int senders) => senders == 0 ? 0 : entry.ZoneWeights is { } weights ? weights[zone] : senders;

    /// <summary>By zone; good until the next count.</summary>
    private int[] CountSenders(int zones)
    {
        if (_senders.Length != zones) _senders = new int[zones];
        Array.Clear(_senders);
        for (var i = 0; i < entry.Clients.Count; i++)
        {
            var each = entry.Clients[i].Senders;
            for (var zone = 0; zone < each.Length; zone++) _senders[zone] += each[zone];
        }

        return _senders;
    }
}
