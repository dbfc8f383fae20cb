using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Traffic.Serving;

namespace Simulator.World.Traffic;

/// <summary>A service that somebody sends requests to.</summary>
internal sealed class ServiceTraffic(ObjectKey key, int index, IReadOnlyList<Flow> flows)
{
    private readonly string _name = key.ToString();
    private ServiceLoad? _load;
    private bool _isStale = true;
    private (long Requests, long Failing) _told;

    public ObjectKey Key => key;

    public string Name => key.Name;

    /// <summary>"namespace/name".</summary>
    public string FullName => _name;

    /// <summary>Among the services with traffic.</summary>
    public int Index => index;

    /// <summary>Grows with each change to one of its endpoints, so that views know when to count again.</summary>
    public int Version { get; set; }

    /// <summary>It was deleted, or its creation was refused: users still ask, and nobody answers.</summary>
    public bool IsGone { get; set; }

    /// <summary>Another service of its name has come: the requests go there.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>It stands in the router's list of services to recount.</summary>
    public bool IsTouched { get; set; }

    /// <summary>Requests a second that it sends to one pod of a group.</summary>
    public double To(PodGroup group) => _load?.To(group) ?? 0;

    /// <summary>Of its answers; null: they take no time.</summary>
    public Latencies? Latencies => _load?.Latencies;

    /// <summary>Who sends to whom, or who answers, may have changed.</summary>
    public void Stale() => _isStale = true;

    /// <summary>Recounts, and tells if the flow has changed.</summary>
    public void Tell(TrafficRouter router)
    {
        double requests = 0, failing = 0;
        if (!IsReplaced) Count(router);
        foreach (var flow in flows)
        {
            if (IsReplaced) break;
            requests += flow.Rate;
            failing += IsGone ? flow.Rate : flow.Failing;
            flow.Entry.OnAnswered();
        }

        var now = (Requests: (long)Math.Round(requests * 1000), Failing: (long)Math.Round(failing * 1000));
        if (now == _told) return;
        _told = now;
        router.Log.Write(ObservationKind.TrafficChanged, _name, "", now.Requests, now.Failing);
    }

    /// <summary>The last word at the end of a run.</summary>
    public void End() => _load?.End();

    private void Count(TrafficRouter router)
    {
        if (_isStale && !IsGone)
        {
            foreach (var flow in flows) flow.Count(router, this);
        }
        if (_load is null && router.HasLoads && flows.Count > 0) _load = new ServiceLoad(router, this, flows);
        if (_load is not null) _load.Update(_isStale);
        else foreach (var flow in flows) flow.Fail();
        _isStale = false;
    }
}
