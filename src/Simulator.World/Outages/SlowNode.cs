namespace Simulator.World;

/// <summary>A grey failure: everything on the machine takes so many times longer, and its heartbeats come in time.</summary>
internal sealed class SlowNode : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node) => node.SlowDown(occurrence.Spec.Factor);

    public void End(Occurrence occurrence, SimulatedNode node) => node.Recover(occurrence.Spec.Factor);
}
