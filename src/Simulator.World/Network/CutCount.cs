namespace Simulator.World.Network;

/// <summary>How often each of some ways is cut: cuts overlap, and a way is open once each of them is mended.</summary>
internal sealed class CutCount<TWay>
    where TWay : notnull
{
    private readonly Dictionary<TWay, int> _cuts = [];

    public bool IsCut(TWay way) => _cuts.GetValueOrDefault(way) > 0;

    public void Cut(TWay way) => Count(way, 1);

    public void Mend(TWay way) => Count(way, -1);

    private void Count(TWay way, int change)
    {
        var cuts = _cuts.GetValueOrDefault(way) + change;
        ArgumentOutOfRangeException.ThrowIfNegative(cuts);
        _cuts[way] = cuts;
    }
}
