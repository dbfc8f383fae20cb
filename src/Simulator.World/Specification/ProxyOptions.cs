namespace Simulator.World.Specification;

/// <summary>
/// How long a kube-proxy of 1.3 in iptables mode takes to act on a change: the watch, then one rewrite of all rules; changes during a
/// rewrite wait for the next.
/// </summary>
/// <remarks>pkg/proxy/iptables/proxier.go: syncProxyRules writes all rules, under a lock. Its time is judgement: nobody published it for
/// 1.3.</remarks>
public sealed record ProxyOptions
{
    /// <summary>A rewrite with no endpoints.</summary>
    public TimeSpan RewriteBase { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What each ready address of the cluster adds to it: 60,000 take 0.6 s.</summary>
    public TimeSpan RewritePerEndpoint { get; init; } = TimeSpan.FromMicroseconds(10);
}
