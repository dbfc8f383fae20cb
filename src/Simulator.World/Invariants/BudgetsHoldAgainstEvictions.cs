using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Invariants;

/// <summary>
/// Who is evicted stands in the status of its budget before it goes (pkg/registry/core/pod/rest/eviction.go of 1.20). Nothing is claimed of
/// pods that go otherwise: by taints, for a pod of higher priority, by a user's hand.
/// </summary>
internal sealed class BudgetsHoldAgainstEvictions(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(BudgetsHoldAgainstEvictions);

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit is not { Type: WatchEventType.Modified, Object: PodDisruptionBudget now, Previous: PodDisruptionBudget old }) return;
        var evicted = now.Status.DisruptedPods.Keys.Where(pod => !old.Status.DisruptedPods.ContainsKey(pod))
            .Order(StringComparer.Ordinal).ToList();
        if (evicted.Count == 0) return;
        var (before, after) = (old.Status.DisruptionsAllowed, now.Status.DisruptionsAllowed);
        if (evicted.Count > 1 || before < 1 || after != before - 1)
        {
            cluster.Break(
                Name,
                $"budget {now.Key} allowed {before} and then {after} disruptions while {string.Join(", ", evicted)} was evicted");
        }
    }
}
