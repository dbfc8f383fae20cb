using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Operations;

/// <summary>Single calls and short sequences of them as steps of a command; a failure goes to the outcome.</summary>
internal static class Calls
{
    public static IEnumerable<Event> Get(string kind, ObjectKey key, Kubectl kubectl, Outcome outcome) =>
        Make(new GetRequest(kind, key), kubectl, outcome);

    public static IEnumerable<Event> Make(ApiRequest request, Kubectl kubectl, Outcome outcome)
    {
        var call = kubectl.Call(request);
        yield return call;
        outcome.Took(call, out _);
    }

    /// <summary>
    /// Reads, changes, writes, and begins again while somebody else is faster (as the API server does with a patch). What is not changed is
    /// not written.
    /// </summary>
    public static IEnumerable<Event> Change(string kind, ObjectKey key, Func<ApiObject, Edit> edit, Kubectl kubectl, Outcome outcome)
    {
        foreach (var step in Get(kind, key, kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in Change(outcome.Object!, edit, kubectl, outcome)) yield return step;
    }

    /// <summary>As above, of an object that has been read already.</summary>
    public static IEnumerable<Event> Change(ApiObject read, Func<ApiObject, Edit> edit, Kubectl kubectl, Outcome outcome)
    {
        var stored = read;
        while (true)
        {
            var change = edit(stored);
            if (change.Object is not { } wanted)
            {
                outcome.Fail(change.Problem.Length > 0
                    ? change.Problem
                    : $"error: {KubectlWords.ResourceOf(stored.Kind, stored.Name)} cannot be changed in this way");
                yield break;
            }

            if (ReferenceEquals(wanted, stored)) yield break;
            var write = kubectl.Call(new UpdateRequest(wanted));
            yield return write;
            if (Kubectl.AnswerTo(write).Result != ApiResult.Conflict)
            {
                outcome.Took(write, out _);
                yield break;
            }

            foreach (var step in Get(stored.Kind, stored.Key, kubectl, outcome)) yield return step;
            if (!outcome.IsOk) yield break;
            stored = outcome.Object!;
        }
    }
}
