using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>Collects the host ports of the pod; they are kept with its template, and it never says no.</summary>
public sealed class NodePorts : IPreFilter
{
    public string Name => PluginNames.NodePorts;

    public Status? PreFilter(Pass pass) => null;
}
