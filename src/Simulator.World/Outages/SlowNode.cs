namespace Simulator.World;

/// <summary>A grey failure: the machine lives and is slow; requests to its pods that it answers too late fail.</summary>
internal sealed class SlowNode : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node) => node.SlowDown(occurrence.Spec.Factor);

    public void End(Occurrence occurrence, SimulatedNode node) => node.Recover(occurrence.Spec.Factor);
}
