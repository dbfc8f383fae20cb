using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>A pod that names its node fits there only.</summary>
public sealed class NodeName : IFilter
{
    public string Name => PluginNames.NodeName;

    public bool Concerns(Pass pass) => pass.Pod.NodeName.Length > 0;

    public Status? Filter(Pass pass, CycleState state, NodeState node) =>
        pass.Pod.NodeName.Length == 0 || pass.Pod.NodeName == node.Name
            ? null
            : Status.Unresolvable(Name, "node(s) didn't match the requested hostname");
}
