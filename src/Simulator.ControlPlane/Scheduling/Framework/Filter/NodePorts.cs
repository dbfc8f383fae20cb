using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>Ports of the node that the pod asks for must be free.</summary>
public sealed class NodePorts : IFilter
{
    public string Name => PluginNames.NodePorts;

    public bool Concerns(Pass pass) => pass.Demand.Ports.Length > 0;

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        foreach (var port in pass.Demand.Ports)
        {
            if (node.HoldsPort(port)) return Status.Unschedulable(Name, "node(s) didn't have free ports for the requested pod ports");
        }

        return null;
    }
}
