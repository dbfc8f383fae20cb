using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Operations.Reapers;

/// <summary>A node selector that fits no node, so that the controller takes all pods away.</summary>
internal sealed class DaemonSetReaper(Kubectl kubectl, Outcome outcome)
{
    private const string Kind = "DaemonSet";

    public IEnumerable<Event> TakeApart(ObjectKey key)
    {
        var read = kubectl.Call(new GetRequest(Kind, key));
        yield return read;
        if (!outcome.Took(read, out var answer)) yield break;
        var update = kubectl.Call(new UpdateRequest(WithoutNodes((DaemonSet)answer.Object!)));
        yield return update;
        if (!outcome.Took(update, out _)) yield break;
        var poll = new Poll(kubectl, outcome);
        foreach (var step in poll.Until(Patience.Usual, () => Look(key, poll))) yield return step;
    }

    /// <summary>A look that fails is no failure: the next one may go well.</summary>
    private IEnumerable<Event> Look(ObjectKey key, Poll poll)
    {
        var read = kubectl.Call(new GetRequest(Kind, key));
        yield return read;
        if (Kubectl.AnswerTo(read).Object is DaemonSet { Status: { CurrentNumberScheduled: 0, NumberMisscheduled: 0 } }) poll.Met();
    }

    /// <summary>A label that no node has: kubectl draws a random one, its uid does as well. Written whatever the version is.</summary>
    private static DaemonSet WithoutNodes(DaemonSet set)
    {
        var nowhere = LabelSet.Of((set.Metadata.Uid, set.Metadata.Uid));
        return set with
        {
            Metadata = set.Metadata with { ResourceVersion = 0 },
            Template = set.Template with { Spec = set.Template.Spec with { NodeSelector = nowhere } },
        };
    }
}
