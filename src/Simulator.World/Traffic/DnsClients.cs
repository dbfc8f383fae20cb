namespace Simulator.World.Traffic;

/// <summary>
/// A sixth of the clients that keep DNS answers for a TTL: they ask again together, the sixths evenly spread over the TTL.
/// </summary>
internal sealed class DnsClients(TrafficRouter router, TimeSpan ttl, int number) : Follower(router, router.Addresses.ForDns)
{
    /// <summary>A change reaches the clients of a TTL in so many steps: a straight line, nearly.</summary>
    public const int Classes = 6;

    public TimeSpan Ttl => ttl;

    protected override TimeSpan? LearnsAt(TimeSpan committed)
    {
        if (Router.Records.FreshAt(committed) is not { } fresh) return null;
        return NextAsked(fresh > Now ? fresh : Now);
    }

    protected override bool Knows(TimeSpan committed) => Router.Records.FreshAt(committed) <= Now;

    /// <summary>At or after a moment.</summary>
    private TimeSpan NextAsked(TimeSpan moment)
    {
        var phase = ttl * number / Classes;
        var periods = (moment - phase).Ticks / (double)ttl.Ticks;
        var next = phase + (ttl * (long)Math.Ceiling(periods));
        return new TimeSpan(next.Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond) is var whole && whole >= moment
            ? whole
            : whole + ttl;
    }
}
