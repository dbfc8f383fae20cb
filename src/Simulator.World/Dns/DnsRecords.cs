namespace Simulator.World.Dns;

/// <summary>
/// When a change of endpoints is in the DNS server's records: a watch delay after its commit, or when they are no longer stale.
/// </summary>
internal sealed class DnsRecords(TimeSpan watchDelay)
{
    private TimeSpan _staleFrom = TimeSpan.MaxValue;
    private TimeSpan _staleTo = TimeSpan.MaxValue;

    /// <summary>Null: not before they are fresh again.</summary>
    public TimeSpan? FreshAt(TimeSpan committed)
    {
        var seen = committed + watchDelay;
        if (seen <= _staleFrom || seen >= _staleTo) return seen;
        return _staleTo == TimeSpan.MaxValue ? null : _staleTo;
    }

    public void Follow(ClusterDns dns, TimeSpan now)
    {
        var wasStale = _staleFrom < TimeSpan.MaxValue && _staleTo == TimeSpan.MaxValue;
        if (dns.IsStale && !wasStale) (_staleFrom, _staleTo) = (now, TimeSpan.MaxValue);
        else if (!dns.IsStale && wasStale) _staleTo = now;
    }
}
