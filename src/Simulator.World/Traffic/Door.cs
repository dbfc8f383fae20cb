using Simulator.World.Traffic.Serving;

namespace Simulator.World.Traffic;

/// <summary>Where requests from outside come into a cluster, for a service of it: somebody else says how many.</summary>
internal sealed class Door(TrafficEntry entry)
{
    /// <summary>What becomes of the requests may be something else than before; once a moment at most.</summary>
    public event Action? Told;

    /// <summary>Share of the requests that fail, whether any come or not.</summary>
    public double FailingShare => entry.Latest?.FailingShare ?? 1;

    /// <summary>Of these, the share that reaches nobody who answers.</summary>
    public double UnreachableShare => entry.Latest is { } flow ? Math.Min(flow.FailingShare, flow.UnreachableShare) : 1;

    /// <summary>Of the answers; null: they take no time.</summary>
    public Latencies? Latencies => entry.LatestLatencies;

    /// <param name="perSecond">Requests from now on.</param>
    public void Send(double perSecond) => entry.Call(perSecond);

    public void Tell() => Told?.Invoke();
}
