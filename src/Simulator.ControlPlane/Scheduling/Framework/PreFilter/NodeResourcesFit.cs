using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>Sums up what the pod asks for. The sum is kept with its template (<see cref="Pass.Demand"/>), and it never says no.</summary>
public sealed class NodeResourcesFit : IPreFilter
{
    public string Name => PluginNames.NodeResourcesFit;

    public Status? PreFilter(Pass pass) => null;
}
