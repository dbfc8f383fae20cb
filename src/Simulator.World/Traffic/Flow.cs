using Simulator.World.Specification;

namespace Simulator.World.Traffic;

/// <summary>The requests of one traffic entry to one service.</summary>
internal sealed class Flow(TrafficEntry entry)
{
    /// <summary>Requests a second, now.</summary>
    public double Rate => entry.Rate;

    public double FailingShare { get; private set; }

    /// <summary>Recounts what fails, from each sender's view of the endpoints.</summary>
    public void Count(TrafficRouter router, ServiceTraffic service)
    {
        FailingShare = entry.Spec.From == TrafficSource.Outside && router.IsCutFromOutside ? 1 : ShareOf(router, service);
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
        foreach (var clients in entry.Clients)
        {
            var count = clients.Senders[zone];
            if (count == 0) continue;
            var view = clients.ViewOf(service);
            view.Count(service.Version, router.Zones.Count);
            failing += count * view.FailingShare(router.Zones, zone);
            senders += count;
        }

        return (senders == 0 ? 0 : failing / senders, senders);
    }
}
