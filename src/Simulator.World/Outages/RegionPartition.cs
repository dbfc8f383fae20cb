using Simulator.World.Network;

namespace Simulator.World.Outages;

/// <summary>What one region sends to another is lost, or what either sends to the other. Inside them everything goes on.</summary>
internal sealed class RegionPartition(RegionNetwork network) : IClusterTrouble
{
    public void Begin(Occurrence occurrence)
    {
        foreach (var (from, to) in WaysOf(occurrence)) network.Cut(from, to);
    }

    public void End(Occurrence occurrence)
    {
        foreach (var (from, to) in WaysOf(occurrence)) network.Mend(from, to);
    }

    private static IEnumerable<(string From, string To)> WaysOf(Occurrence occurrence)
    {
        var pair = occurrence.Spec.Regions!;
        yield return (pair.One, pair.Other);
        if (!pair.IsOneWay) yield return (pair.Other, pair.One);
    }
}
