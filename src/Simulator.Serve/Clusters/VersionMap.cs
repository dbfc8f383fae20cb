namespace Simulator.Serve.Clusters;

/// <summary>
/// One counter over two stores: the simulated one counts its writes, and each write of anything else is put in between.
/// </summary>
internal sealed class VersionMap
{
    /// <summary>The simulated store's revision at each of the other writes, in their order.</summary>
    private readonly List<long> _between = [];

    /// <summary>What the counter shows while the simulated store is at a revision.</summary>
    public long At(long revision) => revision + _between.Count;

    /// <summary>The version of what the simulated store committed at a revision.</summary>
    public long Of(long revision) => revision + Before(revision);

    /// <summary>Counts one of the other writes; its version.</summary>
    public long Next(long revision)
    {
        _between.Add(revision);
        return At(revision);
    }

    /// <summary>How many of the other writes came before that commit.</summary>
    private int Before(long revision)
    {
        var (low, high) = (0, _between.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_between[middle] < revision) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
