using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Disruptions;

/// <summary>One sync of a budget; where it cannot be computed, nothing may be evicted (sync, trySync, failSafe in disruption.go).</summary>
internal sealed class DisruptionSync(BudgetPods budgets, PodScales scales, RoutineSet routines)
{
    public IEnumerable<Wait> Run(ObjectKey key, SyncReport report)
    {
        if (budgets.Find(key) is not { } budget) yield break;
        var (pods, tally) = (budgets.PodsOf(budget), new ScaleTally());
        if (pods.Count == 0) Tell(budget, EventType.Normal, "NoPods", "No matching pods found");
        if (BudgetRule.AsksControllers(budget))
        {
            foreach (var wait in scales.Sum(pods, tally)) yield return wait;
        }

        if (tally.HasFailed) TellFailure(budget, tally);
        foreach (var wait in tally.HasFailed ? FailSafe(budget, report) : Write(budget, pods, tally.Sum, report)) yield return wait;
    }

    private IEnumerable<Wait> Write(PodDisruptionBudget budget, List<Pod> pods, int wanted, SyncReport report)
    {
        var now = routines.Now;
        var (awaited, overdue) = BudgetRule.Disrupted(budget, pods, now);
        foreach (var pod in overdue) TellOverdue(pod);
        var status = BudgetRule.StatusOf(budget, pods, awaited, BudgetRule.CountsOf(budget, pods.Count, wanted), now);
        if (!status.SameAs(budget.Status))
        {
            var write = new Call(new UpdateStatusRequest(budget with { Status = status }));
            yield return write;
            if (!write.Response.IsOk)
            {
                // A conflict only leads to another sync: somebody has evicted meanwhile.
                if (write.Response.Result == ApiResult.Conflict) report.Fail();
                else foreach (var wait in FailSafe(budget, report)) yield return wait;
                yield break;
            }
        }

        if (BudgetRule.Recheck(awaited, now) is { } recheck) report.ComeAgainAfter(recheck);
    }

    private static IEnumerable<Wait> FailSafe(PodDisruptionBudget budget, SyncReport report)
    {
        var write = new Call(new UpdateStatusRequest(budget with { Status = budget.Status with { DisruptionsAllowed = 0 } }));
        yield return write;
        if (!write.Response.IsOk) report.Fail();
    }

    private void TellFailure(PodDisruptionBudget budget, ScaleTally tally)
    {
        if (tally.FailureEvent is { } reason) Tell(budget, EventType.Warning, reason, tally.Failure!);
        Tell(
            budget, EventType.Warning, "CalculateExpectedPodCountFailed",
            $"Failed to calculate the number of expected pods: {tally.Failure}");
    }

    /// <summary>The namespace twice: so it is told.</summary>
    private void TellOverdue(Pod pod) => Tell(
        pod, EventType.Warning, "NotDeleted", $"Pod was expected by PDB {pod.Namespace}/{pod.Namespace} to be deleted but it wasn't");

    private void Tell(ApiObject about, EventType type, string reason, string message) =>
        routines.Tell(new EventRequest(reason, about.Kind, about.Key, message) { Type = type });
}
