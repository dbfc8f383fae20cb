using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Counts available pods with one live LIST for each ReplicaSet (GetAvailablePodsForReplicaSets in pkg/util/deployment of 1.3.10).</summary>
internal sealed class AvailablePods(RoutineSet routines, DeploymentCache cache)
{
    /// <summary>Adds up into <paramref name="count"/>; a refused call ends the sync.</summary>
    public IEnumerable<Wait> Count(Rollout rollout, IReadOnlyList<SetInRollout> sets, int minReadySeconds, Tally count)
    {
        count.Pods = 0;
        foreach (var set in sets)
        {
            if (cache.SelectorOf(set.Value).Matcher is not { } matcher) continue;
            var list = new Call(new ListPodsRequest(set.Value.Namespace, matcher));
            yield return list;
            if (!list.Response.IsOk)
            {
                rollout.HasFailed = true;
                yield break;
            }

            count.Pods += CountAvailable(list.Response.Items!, TimeSpan.FromSeconds(minReadySeconds));
        }
    }

    private int CountAvailable(IReadOnlyList<ApiObject> pods, TimeSpan minReady)
    {
        var available = 0;
        for (var i = 0; i < pods.Count; i++)
        {
            if (IsAvailable((Pod)pods[i], minReady)) available++;
        }

        return available;
    }

    private bool IsAvailable(Pod pod, TimeSpan minReady) => pod.IsReady && pod.IsActive
        && (minReady == TimeSpan.Zero || (pod.Status.Ready!.LastTransitionTime is { } since && since + minReady < routines.Now));

    /// <summary>What a count has come to.</summary>
    internal sealed class Tally
    {
        public int Pods { get; set; }
    }
}
