using Simulator.World.Nodes;

namespace Simulator.World.Outages;

/// <summary>The container runtime of a machine does not answer its kubelet.</summary>
internal sealed class RuntimeDown : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node) => node.StopRuntime();

    public void End(Occurrence occurrence, SimulatedNode node) => node.StartRuntime();
}
