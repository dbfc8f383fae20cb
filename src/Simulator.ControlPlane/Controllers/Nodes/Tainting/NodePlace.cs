using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>In which zone a node counts.</summary>
/// <param name="IsLeftOut">It counts nowhere.</param>
internal sealed record NodePlace(string Zone, bool IsLeftOut)
{
    public static readonly NodePlace None = new("", IsLeftOut: true);

    public static NodePlace Of(Node node) => new(ZoneTable.KeyOf(node), LeavesOut(node));

    /// <summary>Masters, by their names, and whoever says so (isNodeExcludedFromDisruptionChecks).</summary>
    private static bool LeavesOut(Node node)
    {
        var name = node.Name;
        return name.EndsWith("master", StringComparison.Ordinal)
            || (name.Length >= 10 && name.AsSpan(0, name.Length - 3).EndsWith("master-", StringComparison.Ordinal))
            || node.Metadata.Labels.ContainsKey("node.kubernetes.io/exclude-disruption");
    }
}
