using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Filter;
using NodeState = Simulator.ControlPlane.Scheduling.Framework.Cache.NodeState;

namespace Simulator.ControlPlane.Scheduling.Framework.Explanation;

/// <summary>What single change would let a pod fit. Nothing is claimed that the filters have not been asked.</summary>
internal static class PlacementRemedies
{
    private const int NamedMax = 3;

    public static IReadOnlyList<string> Find(
        PlacementMoment moment, Pass pass, IReadOnlyDictionary<string, Status> statuses, IReadOnlyList<SpareNode> spares) =>
        [.. MoreNodes(moment, spares), .. Untainted(moment, pass, statuses)];

    /// <summary>One title a kind of node; a kind that fits in some zones only is named with those.</summary>
    private static IEnumerable<string> MoreNodes(PlacementMoment moment, IReadOnlyList<SpareNode> spares)
    {
        foreach (var kind in spares.GroupBy(spare => spare.Title, StringComparer.Ordinal))
        {
            var zones = kind.Where(spare => FitsOn(moment, spare.Node)).Select(spare => spare.Zone).ToList();
            if (zones.Count == kind.Count()) yield return $"1 more {kind.Key} in any zone";
            else if (zones.Count > 0) yield return $"1 more {kind.Key} in {string.Join(" or ", zones)}";
        }
    }

    /// <summary>The whole rule, in the cluster as it is with one empty node more.</summary>
    private static bool FitsOn(PlacementMoment moment, Node spare)
    {
        var node = new NodeState(spare.Name);
        node.SetNode(spare, null);
        var pass = new Pass(moment.Pod, [.. moment.State.Cache.Snapshot(), node], moment.State.Objects, moment.Profile.Settings);
        foreach (var plugin in moment.Profile.PreFilters)
        {
            if (plugin.PreFilter(pass) is not null) return false;
        }

        return new FilterChain(moment.Profile.Filters, [], moment.State.Nominations).Check(pass, pass.State, node) is null;
    }

    /// <summary>Nodes that nothing but their taints makes unfit.</summary>
    private static IEnumerable<string> Untainted(PlacementMoment moment, Pass pass, IReadOnlyDictionary<string, Status> statuses)
    {
        var others = new FilterChain(
            [.. moment.Profile.Filters.Where(filter => filter.Name != PluginNames.TaintToleration)], [], moment.State.Nominations);
        return pass.Nodes
            .Where(node => statuses.TryGetValue(node.Name, out var status) && status.Plugin == PluginNames.TaintToleration)
            .Where(node => others.Check(pass, pass.State, node) is null)
            .GroupBy(node => string.Join(" and ", node.Taints.Select(Text)), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Take(NamedMax)
            .Select(group => $"taint {group.Key} tolerated or gone ({group.Count()} {(group.Count() == 1 ? "node" : "nodes")})");
    }

    private static string Text(Taint taint) => taint.Value.Length > 0
        ? $"{taint.Key}={taint.Value}:{taint.Effect}"
        : $"{taint.Key}:{taint.Effect}";
}
