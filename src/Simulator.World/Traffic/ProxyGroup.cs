using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Traffic;

/// <summary>
/// An eighth of the nodes' proxies: the delay of their watches is one quantile of the watch latency, then all rules are rewritten.
/// </summary>
internal sealed class ProxyGroup(TrafficRouter router, TimeSpan watchDelay) : Follower(router, router.Addresses.ForProxies)
{
    /// <summary>Normal quantiles in the middle of each eighth.</summary>
    private static readonly double[] Quantiles = [-1.5341, -0.8871, -0.4888, -0.1573, 0.1573, 0.4888, 0.8871, 1.5341];

    private TimeSpan _rewriteFrom;
    private FrozenFollower? _lastFrozen;
    private long _frozenAt = -1;

    public static IEnumerable<ProxyGroup> All(TrafficRouter router, ApiServerOptions latency) =>
        Quantiles.Select(z => new ProxyGroup(
            router, Whole(latency.WatchLatencyMedian.Stretched(Math.Exp(latency.WatchLatencySigma * z)))));

    /// <summary>Those that are cut off now; all that are cut off between two changes know the same.</summary>
    public FrozenFollower FrozenNow()
    {
        if (_frozenAt == Position && _lastFrozen is not null) return _lastFrozen;
        (_lastFrozen, _frozenAt) = (Freeze(), Position);
        return _lastFrozen;
    }

    protected override TimeSpan? LearnsAt(TimeSpan committed)
    {
        var delivered = committed + watchDelay;
        _rewriteFrom = delivered > Now ? delivered : Now;
        return _rewriteFrom + Router.RewriteTime;
    }

    protected override bool Knows(TimeSpan committed) => committed + watchDelay <= _rewriteFrom;

    private static TimeSpan Whole(TimeSpan span) => Microseconds.Of(span.TotalMicroseconds);
}
