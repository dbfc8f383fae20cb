namespace Simulator.World;

/// <summary>A grey failure: the machine lives and is slow.</summary>
internal sealed class SlowNode : INodeTrouble
{
    /// <summary>Users give up after this, as a probe with its default time-out does (judgement).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        node.SlowDown(occurrence.Spec.Factor);
        AnswerUsers(node);
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
        node.Recover(occurrence.Spec.Factor);
        AnswerUsers(node);
    }

    /// <summary>Requests are like probes: they usually take as long, and fail together.</summary>
    private static void AnswerUsers(SimulatedNode node) => node.FailingShare = new ApplicationSpec().AnswersIn * node.Slowness >= Patience ? 1 : 0;
}
