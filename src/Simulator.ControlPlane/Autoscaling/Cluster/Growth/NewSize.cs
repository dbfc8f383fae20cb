using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Growth;

/// <summary>The size that a group is given (ScaleUp of scale_up.go), or why it is not.</summary>
/// <param name="Error">"" if it is to be resized.</param>
public readonly record struct NewSize(int Size, string Error = "")
{
    /// <summary>Groups of GCE and AWS refuse to grow by nothing (IncreaseSize).</summary>
    private const string NoGrowth = "failed to increase node group size: size increase must be positive";

    /// <param name="maxNodesTotal">--max-nodes-total; 0 = no limit. 0.2.2 has none.</param>
    /// <param name="nodes">Nodes that are listed now, of all groups and none.</param>
    public static NewSize Of(AutoscalerVersion version, NodeGroup group, int size, int estimate, int nodes, int maxNodesTotal)
    {
        var wanted = Math.Min(size + estimate, group.MaxSize);
        if (version == AutoscalerVersion.V022) return new NewSize(wanted);
        if (maxNodesTotal > 0 && nodes + (wanted - size) > maxNodesTotal) wanted = maxNodesTotal - nodes + size;
        if (wanted < size) return new NewSize(size, "max node total count already reached");
        return wanted > size ? new NewSize(wanted) : new NewSize(size, NoGrowth);
    }
}
