using Simulator.ControlPlane.Autoscaling.Cluster.Growth;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>
/// Learns from a real node of each group what a new one would be like (GetNodeInfosForMigs, GetNodeInfosForGroups). 0.2.2 asks about
/// every node and keeps the last of each group: with many nodes that takes as many minutes.
/// </summary>
internal sealed class TemplateStep(AutoscalerContext context)
{
    private readonly Dictionary<string, NodeInfo> _templates = new(StringComparer.Ordinal);

    /// <summary>Why there is none; "" if all went well.</summary>
    public string Error { get; private set; } = "";

    public NodeInfo? Of(NodeGroup group) =>
        _templates.GetValueOrDefault(group.Id) ?? (context.Has(LaterReleases.ScaleFromZero) ? FromCloud(group) : null);

    public IEnumerable<Wait> Ask(IReadOnlyList<PicturedNode> listed)
    {
        foreach (var node in listed)
        {
            if (context.Groups.Of(node.Name) is not { } group) continue;
            if (context.Version == AutoscalerVersion.V030 && _templates.ContainsKey(group.Id)) continue;
            var pods = new NodePods();
            foreach (var wait in pods.Ask(node.Name)) yield return wait;

            // The list of all pods, from which those that would move are taken away.
            var all = new Call(new ListPodsOnNodeRequest(node.Name));
            yield return all;
            if (pods.Pods is null || !all.Response.IsOk || node.Node is null)
            {
                Error = $"failed to build node infos: no pods of {node.Name}";
                yield break;
            }

            _templates[group.Id] = TemplateNode.Of(node.Node, pods.Pods, pods.Exists);
        }
    }

    private NodeInfo FromCloud(NodeGroup group) => TemplateNode.Of(context.Groups.TemplateOf(group), [], _ => false);
}
