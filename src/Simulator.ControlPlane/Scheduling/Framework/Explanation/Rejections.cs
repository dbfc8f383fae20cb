using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Filter;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;
using NodeState = Simulator.ControlPlane.Scheduling.Framework.Cache.NodeState;

namespace Simulator.ControlPlane.Scheduling.Framework.Explanation;

/// <summary>Nodes that do not fit by the plug-in and the reason of each, with the numbers behind it.</summary>
/// <param name="isRefused">A pre-filter has refused the pod, so that no node was asked.</param>
internal sealed class Rejections(PlacementMoment moment, Pass pass, bool isRefused)
{
    private const int NamedMax = 3;

    private const string Lacking = "Insufficient ";

    private readonly Dictionary<string, NodeState> _nodes = pass.Nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);

    private readonly FilterChain _alone = new(moment.Profile.Filters, [], new Nominations());

    /// <summary>Most nodes first.</summary>
    public IReadOnlyList<NodeGroup> Groups(IReadOnlyDictionary<string, Status> statuses) =>
    [
        .. statuses
            .GroupBy(entry => (entry.Value.Plugin, Reason: string.Join(", ", entry.Value.Reasons)))
            .Select(group => Group(
                group.Key.Plugin, group.Key.Reason, group.First().Value,
                [.. group.Select(entry => entry.Key).Order(StringComparer.Ordinal)]))
            .OrderByDescending(group => group.Count).ThenBy(group => group.Plugin, StringComparer.Ordinal)
            .ThenBy(group => group.Reason, StringComparer.Ordinal),
    ];

    private NodeGroup Group(string plugin, string reason, Status status, IReadOnlyList<string> names)
    {
        var nodes = names.Select(name => _nodes[name]).ToList();
        string[] parts = [Numbers(plugin, status, nodes), Kept(nodes)];
        return new NodeGroup(reason, names.Count, string.Join("; ", parts.Where(part => part.Length > 0)), names[0])
        {
            Plugin = plugin,
            Zones = NodeGroup.ZonesOf(nodes.Select(node => node.Labels)),
        };
    }

    private string Numbers(string plugin, Status status, List<NodeState> nodes) => plugin switch
    {
        PluginNames.NodeResourcesFit => string.Join(
            "; ", status.Reasons.Where(reason => reason.StartsWith(Lacking, StringComparison.Ordinal))
                .Select(reason => Lack(reason[Lacking.Length..], nodes))),
        PluginNames.NodeAffinity when pass.Pod.Spec.NodeSelector.Count > 0 =>
            $"wants {string.Join(", ", pass.Pod.Spec.NodeSelector.Select(pair => $"{pair.Key}={pair.Value}"))}",
        PluginNames.PodTopologySpread => Spread(),
        PluginNames.NodePorts => Ports(),
        _ => "",
    };

    private string Lack(string resource, List<NodeState> nodes)
    {
        var wanted = Amount(resource, pass.Demand.Amounts.Of(resource));
        var most = nodes.Max(node => node.Allocatable.Of(resource) - node.Requested.Of(resource));
        return $"wants {wanted}, the most that a node has free is {Amount(resource, most)}";
    }

    private static string Amount(string resource, long amount) => resource switch
    {
        ResourceNames.Cpu => string.Create(CultureInfo.InvariantCulture, $"{amount}m"),
        ResourceNames.Memory or ResourceNames.EphemeralStorage => Quantity.FromUnits(amount).ToString(),
        _ => amount.ToString(CultureInfo.InvariantCulture),
    };

    private string Ports()
    {
        var ports = pass.Demand.Ports.Select(port => $"{port.Protocol} {port.Port}").Distinct(StringComparer.Ordinal);
        return $"wants {string.Join(", ", ports.Order(StringComparer.Ordinal))}";
    }

    /// <summary>How many pods each value of each key has.</summary>
    private string Spread()
    {
        if (pass.State.Find<SpreadCounts>() is not { } counts) return "";
        return string.Join("; ", counts.Constraints.DistinctBy(constraint => constraint.Key).Select(constraint =>
        {
            var values = pass.Nodes.Where(node => node.Labels.ContainsKey(constraint.Key))
                .Select(node => node.Labels.ValueOrEmpty(constraint.Key))
                .Distinct(StringComparer.Ordinal)
                    .OrderBy(value => counts.Of(constraint.Key, value))
                    .ThenBy(value => value, StringComparer.Ordinal)
                .Select(value => string.Create(CultureInfo.InvariantCulture, $"{value} has {counts.Of(constraint.Key, value)}")).ToList();
            var more = values.Count > NamedMax ? $" and {values.Count - NamedMax} more" : "";
            return $"{constraint.Key}: {string.Join(", ", values.Take(NamedMax))}{more}, at most {constraint.MaxSkew} apart";
        }));
    }

    /// <summary>Nodes that would fit if it were not for pods that are expected there.</summary>
    private string Kept(List<NodeState> nodes)
    {
        if (isRefused || moment.State.Nominations.IsEmpty) return "";
        var kept = nodes.Where(node => moment.State.Nominations.On(node.Name).Count > 0 && _alone.Run(pass, pass.State, node) is null)
            .ToList();
        if (kept.Count == 0) return "";
        var pods = kept.SelectMany(node => moment.State.Nominations.On(node.Name)).Select(pod => pod.Key.ToString())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return $"room on {kept[0].Name} is kept for {string.Join(", ", pods.Take(NamedMax))}";
    }
}
