using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>How much of a node would be asked for with the pod on it (resource_allocation.go of 1.20).</summary>
public static class ResourceUse
{
    /// <summary>Capacity and request; cpu in thousandths. Both 0 for a resource that nobody counts.</summary>
    public static (long Requested, long Capacity) Of(string resource, Pass pass, NodeState node)
    {
        var own = pass.Demand.Own(resource);
        return resource switch
        {
            ResourceNames.Cpu => (node.NonZeroMilliCpu + own, node.Allocatable.MilliCpu),
            ResourceNames.Memory => (node.NonZeroMemory + own, node.Allocatable.Memory),
            ResourceNames.EphemeralStorage => (node.Requested.EphemeralStorage + own, node.Allocatable.EphemeralStorage),
            _ when ResourceKinds.IsScalar(resource) => (node.Requested.Scalar(resource) + own, node.Allocatable.Scalar(resource)),
            _ => (0, 0),
        };
    }

    /// <summary>The mean of the resources' scores by their weights, cut to a whole number.</summary>
    public static long WeighedScore(Pass pass, NodeState node, IReadOnlyList<ResourceWeight> resources, Func<long, long, long> score)
    {
        if (ReferenceEquals(resources, ResourceWeight.CpuAndMemory))
        {
            return (score(node.NonZeroMilliCpu + pass.Demand.OwnMilliCpu, node.Allocatable.MilliCpu)
                + score(node.NonZeroMemory + pass.Demand.OwnMemory, node.Allocatable.Memory)) / 2;
        }

        var (sum, weights) = (0L, 0L);
        foreach (var (name, weight) in resources)
        {
            var (requested, capacity) = Of(name, pass, node);
            sum += score(requested, capacity) * weight;
            weights += weight;
        }

        return sum / weights;
    }
}
