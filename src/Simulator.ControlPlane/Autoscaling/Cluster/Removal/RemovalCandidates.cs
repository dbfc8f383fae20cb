using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>What ScaleDown of scale_down.go asks of a node before it looks at its pods.</summary>
public static class RemovalCandidates
{
    /// <summary>Unneeded for longer than so long, in listing order.</summary>
    public static IEnumerable<PicturedNode> Of(
        IReadOnlyList<PicturedNode> listed, IReadOnlyDictionary<string, Instant> unneeded, TimeSpan unneededTime, Instant now) =>
        listed.Where(node => unneeded.TryGetValue(node.Name, out var since) && since + unneededTime < now);

    public static bool MayShrink(NodeGroup group, int size) => size > group.MinSize;
}
