using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>What the recordings say of each node: pods, sums, and sums with guesses.</summary>
internal static class NodeSums
{
    public static IEnumerable<long?> Of(NodeState node) =>
    [
        node.Pods.Count, node.Requested.MilliCpu, node.Requested.Memory, node.Requested.EphemeralStorage, node.NonZeroMilliCpu,
        node.NonZeroMemory,
    ];
}
