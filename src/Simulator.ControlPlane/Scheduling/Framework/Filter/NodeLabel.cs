using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>Nodes must have some labels and lack others, whatever their values (node_label.go of 1.20).</summary>
public sealed class NodeLabel(PluginSettings settings) : IFilter
{
    public string Name => PluginNames.NodeLabel;

    public Status? Filter(Pass pass, CycleState state, NodeState node) =>
        settings.NodeLabel.Present.All(node.Labels.ContainsKey) && !settings.NodeLabel.Absent.Any(node.Labels.ContainsKey)
            ? null
            : Status.Unresolvable(Name, "node(s) didn't have the requested labels");
}
