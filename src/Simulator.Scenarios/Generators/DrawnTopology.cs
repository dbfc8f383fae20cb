using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>One to three zones; 3 to 30 nodes in one to three pools, some labelled, tainted or of one zone.</summary>
internal static class DrawnTopology
{
    private static readonly string[] AllZones = ["a", "b", "c"];

    public static IReadOnlyList<NodePoolSpec> Draw(Dice dice, out IReadOnlyList<string> zones)
    {
        var inUse = AllZones[..dice.Between(1, 3)];
        zones = inUse;
        var count = dice.Between(1, 3);
        var pools = new List<NodePoolSpec>();
        for (var i = 0; i < count; i++) pools.Add(Pool(dice, $"p{i}", inUse, isFirst: i == 0));
        return pools;
    }

    /// <summary>The first pool takes everybody.</summary>
    private static NodePoolSpec Pool(Dice dice, string name, string[] zones, bool isFirst) => new()
    {
        Name = name,
        Count = dice.Between(isFirst ? 3 : 1, 10),
        Capacity = Machine(dice),
        Allocatable = dice.Chance(0.2) ? Machine(1800, 5L << 30, dice.Between(8, 30)) : null,
        Zones = !isFirst && dice.Chance(0.3) ? [dice.Of(zones)] : null,
        Labels = dice.Chance(0.6) ? LabelSet.Of(("pool", name), ("disk", dice.Of("ssd", "hdd"))) : LabelSet.Empty,
        Taints = !isFirst && dice.Chance(0.4) ? [new Taint("dedicated", name, dice.Of("NoSchedule", "PreferNoSchedule"))] : [],
        NodesPerRack = dice.Between(1, 5),
        RacksPerPowerUnit = dice.Between(1, 3),
    };

    private static ResourceList Machine(Dice dice) => Machine(dice.Of(2000, 4000, 8000), dice.Of(6L, 15L, 30L) << 30, dice.Of(10, 40, 110));

    private static ResourceList Machine(long milliCpu, long memory, long pods) => ResourceList.Of(
        (ResourceNames.Cpu, Quantity.FromMilli(milliCpu)),
        (ResourceNames.Memory, Quantity.FromUnits(memory)),
        (ResourceNames.Pods, Quantity.FromUnits(pods)));
}
