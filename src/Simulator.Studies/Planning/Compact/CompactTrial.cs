using Simulator.Engine;
using Simulator.World.Explanation.Packing;

namespace Simulator.Studies.Planning.Compact;

/// <summary>One drawn order in which nodes are removed, and how far one comes in it.</summary>
internal sealed class CompactTrial
{
    /// <summary>More nodes than can be removed are tried, so many: the next order of the same pods may fit better again.</summary>
    private const int RechecksBeyond = 1;

    private readonly Repacking _repacking;
    private readonly int _unplacedMax;
    private readonly string[] _order;

    /// <param name="removable">In name order.</param>
    /// <param name="stream">Draws the order.</param>
    public CompactTrial(Repacking repacking, IEnumerable<string> removable, int unplacedMax, RandomStream stream)
    {
        (_repacking, _unplacedMax, _order) = (repacking, unplacedMax, [.. removable]);
        for (var i = _order.Length - 1; i > 0; i--)
        {
            var other = stream.NextInt(i + 1);
            (_order[i], _order[other]) = (_order[other], _order[i]);
        }
    }

    /// <summary>Packings that were made.</summary>
    public int Packings { get; private set; }

    /// <summary>The most nodes that can be removed in this order.</summary>
    /// <param name="removedMax">No more can be, by arithmetic.</param>
    public int Search(int removedMax, CancellationToken stop)
    {
        var (fits, fails) = Gallop(Math.Min(removedMax, _order.Length), stop);
        while (fails - fits > 1)
        {
            var middle = fits + ((fails - fits) / 2);
            if (Fits(middle, stop)) fits = middle;
            else fails = middle;
        }

        return Beyond(fits, Math.Min(removedMax, _order.Length), stop);
    }

    /// <summary>The nodes that are removed first.</summary>
    public HashSet<string> Removed(int count) => _order.Take(count).ToHashSet(StringComparer.Ordinal);

    /// <summary>From the bound down in growing steps: packings are often nearly as tight as arithmetic allows.</summary>
    private (int Fits, int Fails) Gallop(int most, CancellationToken stop)
    {
        var (fails, step) = (most + 1, 1);
        for (var next = most; next > 0; step *= 2)
        {
            if (Fits(next, stop)) return (next, fails);
            fails = next;
            next -= step;
        }

        return (0, fails);
    }

    /// <summary>With a node fewer everything may lie better: packing is not monotone at its edge.</summary>
    private int Beyond(int fits, int most, CancellationToken stop)
    {
        for (var more = 2; more <= 1 + RechecksBeyond && fits + more <= most; more++)
        {
            if (Fits(fits + more, stop)) return Beyond(fits + more, most, stop);
        }

        return fits;
    }

    private bool Fits(int count, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        Packings++;
        return _repacking.Fits(Removed(count), _unplacedMax);
    }
}
