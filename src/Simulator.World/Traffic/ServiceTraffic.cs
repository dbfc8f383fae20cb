using Simulator.Api;
using Simulator.World.Observations;

namespace Simulator.World.Traffic;

/// <summary>A service that somebody sends requests to.</summary>
internal sealed class ServiceTraffic(ObjectKey key, int index, IReadOnlyList<Flow> flows)
{
    private readonly string _name = key.ToString();
    private (long Requests, long Failing) _told;

    /// <summary>Among the services with traffic.</summary>
    public int Index => index;

    /// <summary>Grows with each change to one of its endpoints, so that views know when to count again.</summary>
    public int Version { get; set; }

    /// <summary>As committed last.</summary>
    public EndpointsView Latest { get; set; } = EndpointsView.Empty;

    /// <summary>It was deleted, or its creation was refused: users still ask, and nobody answers.</summary>
    public bool IsGone { get; set; }

    /// <summary>Another service of its name has come: the requests go there.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>It stands in the router's list of services to recount.</summary>
    public bool IsTouched { get; set; }

    /// <summary>Recounts, and tells if the flow has changed.</summary>
    public void Tell(TrafficRouter router)
    {
        double requests = 0, failing = 0;
        foreach (var flow in flows)
        {
            if (IsReplaced) break;
            if (!IsGone) flow.Count(router, this);
            requests += flow.Rate;
            failing += flow.Rate * (IsGone ? 1 : flow.FailingShare);
        }

        var now = (Requests: (long)Math.Round(requests * 1000), Failing: (long)Math.Round(failing * 1000));
        if (now == _told) return;
        _told = now;
        router.Log.Write(ObservationKind.TrafficChanged, _name, "", now.Requests, now.Failing);
    }
}
