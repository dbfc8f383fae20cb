using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// Counts available pods of ReplicaSets with one live LIST of the deployment's pods (GetAvailablePodsForReplicaSets in pkg/util/deployment
/// of 1.3.10).
/// </summary>
internal sealed class AvailablePods(RoutineSet routines, DeploymentCache cache)
{
    /// <summary>Counts into <paramref name="count"/>; a refused call ends the sync.</summary>
    public IEnumerable<Wait> Count(Rollout rollout, IReadOnlyList<SetInRollout> sets, int minReadySeconds, Tally count)
    {
        count.Pods = 0;
        if (!cache.TryGet(rollout.Deployment.Key, out var entry) || entry!.Selector.Matcher is not { } matcher) yield break;
        var list = new Call(new ListPodsRequest(entry.Key.Namespace, matcher));
        yield return list;
        rollout.HasFailed = !list.Response.IsOk;
        if (!rollout.HasFailed) count.Pods = CountAvailable(list.Response.Items!, sets, TimeSpan.FromSeconds(minReadySeconds));
    }

    /// <summary>Pods of equal labels come side by side: selectors are asked once for each run of them.</summary>
    private int CountAvailable(IReadOnlyList<ApiObject> pods, IReadOnlyList<SetInRollout> sets, TimeSpan minReady)
    {
        var (available, isOwned) = (0, false);
        LabelSet? labels = null;
        for (var i = 0; i < pods.Count; i++)
        {
            var pod = (Pod)pods[i];
            if (!ReferenceEquals(labels, pod.Metadata.Labels)) isOwned = IsSelected(labels = pod.Metadata.Labels, sets);
            if (isOwned && IsAvailable(pod, minReady)) available++;
        }

        return available;
    }

    private bool IsSelected(LabelSet labels, IReadOnlyList<SetInRollout> sets)
    {
        foreach (var set in sets)
        {
            if (cache.SelectorOf(set.Value).Matches(labels)) return true;
        }

        return false;
    }

    private bool IsAvailable(Pod pod, TimeSpan minReady) => pod.IsReady && pod.IsActive
        && (minReady == TimeSpan.Zero || (pod.Status.Ready!.LastTransitionTime is { } since && since + minReady < routines.Now));

    /// <summary>What a count has come to.</summary>
    internal sealed class Tally
    {
        public int Pods { get; set; }
    }
}
