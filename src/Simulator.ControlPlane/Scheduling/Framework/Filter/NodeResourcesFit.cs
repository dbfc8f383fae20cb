using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>What the pod asks for must be left on the node (noderesources/fit.go of 1.20). All that lacks is told.</summary>
/// <remarks>A pod that asks for nothing is counted only; one that asks for 0 of a vendor's resource asks for something.</remarks>
public sealed class NodeResourcesFit(PluginSettings settings) : IFilter
{
    public string Name => PluginNames.NodeResourcesFit;

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        var (free, used, wanted) = (node.Allocatable, node.Requested, pass.Demand.Amounts);
        if (IsPlainFit(free, used, wanted, node.Pods.Count)) return null;
        var lacking = new List<string>();
        if (node.Pods.Count + 1 > free.Pods) lacking.Add("Too many pods");
        if (!wanted.IsNothing)
        {
            if (free.MilliCpu < wanted.MilliCpu + used.MilliCpu) lacking.Add("Insufficient cpu");
            if (free.Memory < wanted.Memory + used.Memory) lacking.Add("Insufficient memory");
            if (free.EphemeralStorage < wanted.EphemeralStorage + used.EphemeralStorage) lacking.Add("Insufficient ephemeral-storage");
            lacking.AddRange(wanted.Scalars
                .Where(scalar => !settings.Ignores(scalar.Key) && free.Scalar(scalar.Key) < scalar.Value + used.Scalar(scalar.Key))
                .Select(scalar => $"Insufficient {scalar.Key}"));
        }

        return lacking.Count == 0 ? null : Status.Unschedulable(Name, lacking);
    }

    /// <summary>The usual case, in which nothing need be written down.</summary>
    private static bool IsPlainFit(Amounts free, Amounts used, Amounts wanted, int pods) =>
        pods + 1 <= free.Pods
        && free.MilliCpu >= wanted.MilliCpu + used.MilliCpu
        && free.Memory >= wanted.Memory + used.Memory
        && free.EphemeralStorage >= wanted.EphemeralStorage + used.EphemeralStorage
        && wanted.Scalars.Count == 0;
}
