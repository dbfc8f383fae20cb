using Simulator.Engine;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>A grey failure: the machine lives and is slow; its kubelet may report late.</summary>
/// <param name="lateBeats">Of a machine, by its name: how late its kubelet reports.</param>
internal sealed class SlowNode(Simulation simulation, Func<string, RandomStream> lateBeats) : INodeTrouble
{
    /// <summary>Users give up after this, as a probe with its default time-out does (judgement).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        node.SlowDown(occurrence.Spec.Factor);
        if (occurrence.Spec.HeartbeatDelay is { } delay) node.DelayBeats(delay, lateBeats(node.Name), simulation.Now);
        AnswerUsers(node);
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
        node.Recover(occurrence.Spec.Factor);
        if (occurrence.Spec.HeartbeatDelay is { } delay) node.EndDelay(delay, simulation.Now);
        AnswerUsers(node);
    }

    /// <summary>Requests are like probes: they usually take as long, and fail together.</summary>
    private static void AnswerUsers(SimulatedNode node) =>
        node.FailingShare = new ApplicationSpec().AnswersIn * node.Slowness >= Patience ? 1 : 0;
}
