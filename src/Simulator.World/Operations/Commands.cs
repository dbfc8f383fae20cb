using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>kubectl's commands, call by call.</summary>
internal static class Commands
{
    public static IEnumerable<Event> Run(OperationSpec operation, Kubectl kubectl, Outcome outcome) => operation switch
    {
        ApplyOperation apply => Apply(apply.Objects, kubectl, outcome),
        DeleteOperation delete => DeleteVerb.Run(delete, kubectl, outcome),
        ScaleOperation scale => ScaleVerb.Run(scale, kubectl, outcome),
        DrainOperation drain => Drain(drain.Node, kubectl, outcome),
        ChangeOperation change => Change(change.Kind, change.Key, change.Change, kubectl, outcome),
        _ => throw new NotSupportedException($"No command for {operation.GetType().Name}."),
    };

    /// <summary>Reads, changes, writes, and begins again while somebody else is faster.</summary>
    public static IEnumerable<Event> Change(string kind, ObjectKey key, Func<ApiObject, ApiObject?> change, Kubectl kubectl, Outcome outcome)
    {
        while (true)
        {
            var read = kubectl.Call(new GetRequest(kind, key));
            yield return read;
            if (Kubectl.AnswerTo(read) is not { IsOk: true, Object: { } stored } answer)
            {
                outcome.Take(Kubectl.AnswerTo(read));
                yield break;
            }

            if (change(stored) is not { } wanted)
            {
                outcome.Fail($"error: {KubectlWords.ResourceOf(kind, key.Name)} cannot be changed in this way");
                yield break;
            }

            var write = kubectl.Call(new UpdateRequest(wanted));
            yield return write;
            if (Kubectl.AnswerTo(write).Result == ApiResult.Conflict) continue;
            outcome.Take(Kubectl.AnswerTo(write));
            yield break;
        }
    }

    /// <summary>Cordon, list, delete one by one; 1.3 does not wait until the pods are gone.</summary>
    public static IEnumerable<Event> Drain(string node, Kubectl kubectl, Outcome outcome)
    {
        foreach (var step in Change("Node", new ObjectKey("", node), stored => CordonOperation.Of(stored, unschedulable: true), kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        var list = kubectl.Call(new ListPodsOnNodeRequest(node));
        yield return list;
        outcome.Take(Kubectl.AnswerTo(list));
        foreach (var value in Kubectl.AnswerTo(list).Items ?? [])
        {
            if (value is not Pod pod || !IsDrained(pod)) continue;
            var deletion = kubectl.Call(new DeleteRequest("Pod", pod.Key));
            yield return deletion;
            if (Kubectl.AnswerTo(deletion).Result != ApiResult.NotFound) outcome.Take(Kubectl.AnswerTo(deletion));
        }
    }

    /// <summary>Pods of DaemonSets would come back at once; others are replaced elsewhere or, unmanaged, are gone.</summary>
    public static bool IsDrained(Pod pod) => !pod.Metadata.IsBeingDeleted && pod.Metadata.CreatedBy?.Kind != "DaemonSet";

    private static IEnumerable<Event> Apply(IReadOnlyList<ApiObject> objects, Kubectl kubectl, Outcome outcome)
    {
        foreach (var wanted in objects)
        {
            var create = kubectl.Call(new CreateRequest(wanted));
            yield return create;
            if (Kubectl.AnswerTo(create).Result != ApiResult.AlreadyExists)
            {
                outcome.Take(Kubectl.AnswerTo(create));
                continue;
            }

            foreach (var step in Change(wanted.Kind, wanted.Key, stored => Applied.Over(stored, wanted), kubectl, outcome)) yield return step;
        }
    }
}
