using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Prefers nodes that have some labels and lack others, whatever their values (node_label.go of 1.20).</summary>
public sealed class NodeLabel(PluginSettings settings) : IScore
{
    public string Name => PluginNames.NodeLabel;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        var (present, absent) = (settings.NodeLabel.PresentPreferred, settings.NodeLabel.AbsentPreferred);
        var right = present.Count(node.Labels.ContainsKey) + absent.Count(label => !node.Labels.ContainsKey(label));
        return right == 0 ? 0 : 100L * right / (present.Count + absent.Count);
    }
}
