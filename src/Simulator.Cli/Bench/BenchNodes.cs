using Simulator.Api;

namespace Simulator.Cli.Bench;

/// <summary>The nodes of the bench: three zones, four pools, room for so many pods of 100m and 256Mi.</summary>
internal static class BenchNodes
{
    public const string PoolLabel = "pool";

    public const int Zones = 3;

    public static string ZoneName(int i) => $"r-{i % Zones}";

    public static string PoolName(int i) => $"pool-{i % 4}";

    public static string NameOf(int i) => $"node-{i:D5}";

    public static IEnumerable<Node> Make(int nodes, int podsFitting)
    {
        var capacity = ResourceList.Of(
            (ResourceNames.Cpu, Quantity.FromMilli(100L * podsFitting)),
            (ResourceNames.Memory, Quantity.FromUnits(podsFitting * 256L << 20)),
            (ResourceNames.Pods, Quantity.FromUnits(podsFitting)));
        return Enumerable.Range(0, nodes).Select(i => Node(i, capacity));
    }

    private static Node Node(int i, ResourceList capacity) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = NameOf(i),
            Labels = LabelSet.Of(
                (WellKnownLabels.Region, "r"), (WellKnownLabels.Zone, ZoneName(i)), (
                    WellKnownLabels.Hostname, NameOf(i)), (PoolLabel, PoolName(i / Zones))),
        },
        Status = new NodeStatus
        {
            Capacity = capacity,
            Allocatable = capacity,
            Conditions = [new NodeCondition(NodeConditionType.Ready, ConditionStatus.True)],
        },
    };
}
