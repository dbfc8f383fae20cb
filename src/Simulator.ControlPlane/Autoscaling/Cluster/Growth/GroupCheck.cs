using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Growth;

/// <summary>
/// A group must have as many listed nodes as the cloud is to give it, or the whole round is dropped: nothing grows or shrinks while a
/// node boots, is silent, or cannot be had (CheckMigsAndNodes, CheckGroupsAndNodes of utils.go).
/// </summary>
public static class GroupCheck
{
    /// <summary>Which groups are asked: in 0.2.2 those with a listed node, in 0.3.0 all.</summary>
    public static bool Concerns(AutoscalerVersion version, int listed) => version == AutoscalerVersion.V030 || listed > 0;

    /// <summary>What is wrong with the group, in the words of the program's log; null if nothing.</summary>
    public static string? Problem(AutoscalerVersion version, NodeGroup group, int size, int listed)
    {
        var what = version == AutoscalerVersion.V022 ? "mig" : "node group";
        return size == listed ? null : $"wrong number of nodes for {what}: {group.Id} expected: {size} actual: {listed}";
    }
}
