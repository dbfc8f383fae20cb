namespace Simulator.World;

/// <summary>The container runtime does not answer: containers run on, none starts or stops, and after five minutes the node is not ready.</summary>
internal sealed class RuntimeDown : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node) => node.StopRuntime();

    public void End(Occurrence occurrence, SimulatedNode node) => node.StartRuntime();
}
