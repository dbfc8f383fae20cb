namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>
/// Matching pods per zone and the largest count of a node, over the nodes that fit; and the score that follows. All in float32, as the
/// original.
/// </summary>
public sealed class SpreadTotals
{
    /// <summary>What Go on amd64 makes of a NaN that is converted to an integer.</summary>
    public const long NaNScore = long.MinValue;

    private const float NodeShare = 1f / 3f;
    private const float ZoneShare = 2f / 3f;

    private int _maxOnNode;
    private int _maxInZone;
    private int[] _inZone = new int[8];
    private bool _hasZones;

    public void Clear()
    {
        (_maxOnNode, _maxInZone, _hasZones) = (0, 0, false);
        Array.Clear(_inZone);
    }

    /// <summary>Takes up a number of nodes of one zone (0 = none) that each hold <paramref name="count"/> matching pods.</summary>
    public void Add(int zone, int count, int nodes)
    {
        _maxOnNode = Math.Max(_maxOnNode, count);
        if (zone == 0) return;
        if (zone >= _inZone.Length) Array.Resize(ref _inZone, zone * 2);
        _hasZones = true;
        _inZone[zone] += count * nodes;
        _maxInZone = Math.Max(_maxInZone, _inZone[zone]);
    }

    public long Score(int zone, int count)
    {
        var score = 10f;
        if (_maxOnNode > 0) score = 10f * ((float)(_maxOnNode - count) / _maxOnNode);
        if (_hasZones && zone != 0)
        {
            // Quirk: selectors exist but nothing matching runs in any zoned node that fits: 0/0.
            if (_maxInZone == 0) return NaNScore;
            var zoneScore = 10f * ((float)(_maxInZone - _inZone[zone]) / _maxInZone);
            score = (score * NodeShare) + (ZoneShare * zoneScore);
        }

        return (long)score;
    }
}
