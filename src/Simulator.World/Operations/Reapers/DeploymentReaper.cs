using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Operations.Verbs;

namespace Simulator.World.Operations.Reapers;

/// <summary>
/// Paused at 0 replicas and without a history; when its controller has seen that, its ReplicaSets are reaped one by one, then it may go.
/// </summary>
internal sealed class DeploymentReaper(Kubectl kubectl, Outcome outcome)
{
    private const string Kind = "Deployment";
    private static readonly Patience OfUpdate = new(TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
    private static readonly Patience OfObservation = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    private Deployment? _updated;

    public IEnumerable<Event> TakeApart(ObjectKey key)
    {
        var update = new Poll(kubectl, outcome);
        foreach (var step in update.Until(OfUpdate, () => Pause(key, update))) yield return step;
        if (!outcome.IsOk) yield break;
        var observation = new Poll(kubectl, outcome);
        foreach (var step in observation.Until(OfObservation, () => Look(key, observation))) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in ReapSets()) yield return step;
    }

    /// <summary>Whatever the update fails of, it is tried again.</summary>
    private IEnumerable<Event> Pause(ObjectKey key, Poll poll)
    {
        var read = kubectl.Call(new GetRequest(Kind, key));
        yield return read;
        if (!outcome.Took(read, out var answer)) yield break;
        var update =
            kubectl.Call(new UpdateRequest((Deployment)answer.Object! with { RevisionHistoryLimit = 0, Replicas = 0, Paused = true }));
        yield return update;
        if (Kubectl.AnswerTo(update) is not { IsOk: true, Object: Deployment updated }) yield break;
        _updated = updated;
        poll.Met();
    }

    private IEnumerable<Event> Look(ObjectKey key, Poll poll)
    {
        var read = kubectl.Call(new GetRequest(Kind, key));
        yield return read;
        if (outcome.Took(read, out var answer) && ((Deployment)answer.Object!).Status.ObservedGeneration >= _updated!.Metadata.Generation)
        {
            poll.Met();
        }
    }

    private IEnumerable<Event> ReapSets()
    {
        if (_updated!.Selector is not { } selector || !SelectorMatcher.TryCompile(selector, out var matcher, out _)) yield break;
        var list = kubectl.Call(new ListRequest("ReplicaSet", _updated.Namespace));
        yield return list;
        if (!outcome.Took(list, out var sets)) yield break;
        foreach (var set in sets.Items!.Where(set => matcher.Matches(set.Metadata.Labels)))
        {
            // The controller deletes old ones meanwhile: it keeps no history any more.
            var reaped = new Outcome(kubectl.Cluster);
            foreach (var step in DeleteVerb.Reap("ReplicaSet", set.Key, null, kubectl, reaped)) yield return step;
            if (reaped.Result is not (ApiResult.Ok or ApiResult.NotFound)) outcome.Fail(reaped.Text, reaped.Result);
        }
    }
}
