namespace Simulator.World.Traffic;

/// <summary>The endpoints of a service as somebody knows them: one instance for all who know the same.</summary>
internal sealed class EndpointsView(Backend[] backends)
{
    public static readonly EndpointsView Empty = new([]);

    private double[] _failing = [];
    private int[] _total = [];
    private int _version = -1;

    public ReadOnlySpan<Backend> Backends => backends;

    /// <summary>Counts the failing endpoints of each zone, unless nothing has changed since.</summary>
    /// <param name="version">Grows with each change to an endpoint of the service.</param>
    public void Count(int version, int zones)
    {
        if (version == _version) return;
        _version = version;
        (_failing, _total) = (new double[zones], new int[zones]);
        foreach (var backend in backends)
        {
            _total[backend.Zone]++;
            _failing[backend.Zone] += backend.FailingShare;
        }
    }

    /// <summary>
    /// Share of requests that fail when sent from a zone: endpoints that do not answer, and all of zones that it does not reach.
    /// </summary>
    public double FailingShare(ZoneTable zones, int from)
    {
        if (backends.Length == 0) return 1;
        double failing = 0;
        for (var zone = 0; zone < _total.Length; zone++)
        {
            failing += zones.IsCut(from, zone) ? _total[zone] : _failing[zone];
        }

        return failing / backends.Length;
    }
}
