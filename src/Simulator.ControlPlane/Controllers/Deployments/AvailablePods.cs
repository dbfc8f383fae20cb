using System.Runtime.CompilerServices;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// Counts available pods of ReplicaSets with one live LIST of the deployment's pods (GetAvailablePodsForReplicaSets in pkg/util/deployment
/// of 1.3.10).
/// </summary>
internal sealed class AvailablePods(RoutineSet routines, DeploymentCache cache)
{
    /// <summary>The last count of each deployment.</summary>
    private readonly ConditionalWeakTable<OwnedPods<Deployment>, AvailableCount> _counts = [];

    /// <summary>Counts into <paramref name="count"/>; a refused call ends the sync.</summary>
    public IEnumerable<Wait> Count(Rollout rollout, IReadOnlyList<SetInRollout> sets, int minReadySeconds, Tally count)
    {
        count.Pods = 0;
        if (!cache.TryGet(rollout.Deployment.Key, out var entry) || entry!.Selector.Matcher is not { } matcher) yield break;
        var list = new Call(new ListPodsRequest(entry.Key.Namespace, matcher));
        yield return list;
        rollout.HasFailed = !list.Response.IsOk;
        if (rollout.HasFailed) yield break;
        var minReady = TimeSpan.FromSeconds(minReadySeconds);
        count.Pods = _counts.GetOrCreateValue(entry).Of(list.Response.Items!, SelectorsOf(sets), minReady, routines.Now);
    }

    private PodSelector[] SelectorsOf(IReadOnlyList<SetInRollout> sets)
    {
        var selectors = new PodSelector[sets.Count];
        for (var i = 0; i < selectors.Length; i++) selectors[i] = cache.SelectorOf(sets[i].Value);
        return selectors;
    }

    /// <summary>What a count has come to.</summary>
    internal sealed class Tally
    {
        public int Pods { get; set; }
    }
}
