using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Evictions;

/// <summary>
/// POST of pods/eviction: a deletion that asks the pod's disruption budget first (EvictionREST.Create in
/// pkg/registry/core/pod/storage/eviction.go).
/// </summary>
public sealed class EvictionRule(IEvictionStore store, Instant now)
{
    /// <summary>EvictionsRetry: so many tries in all, half a second between two of them.</summary>
    public const int Tries = 20;

    /// <inheritdoc cref="Tries"/>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// A pause is longer by up to this share, so that calls which have met come apart and the next one sees what the one before has left.
    /// </summary>
    public const double Jitter = 0.1;

    private const int MostDisruptedPods = 2000;

    /// <summary>Pauses between tries that were made; the answer comes so much later.</summary>
    public int Pauses { get; private set; }

    /// <summary>A pod without labels has no budget, and an empty selector selects nothing.</summary>
    public static bool Covers(PodDisruptionBudget budget, Pod pod) =>
        pod.Metadata.Labels.Count > 0 && new PodSelector(budget.Selector).Matches(pod.Metadata.Labels);

    public EvictionAnswer Evict(EvictionRequest request)
    {
        var done = DeleteWhatNeedsNoBudget(request);
        if (done is not null) return done;
        var pod = store.Pod(request.Pod)!;
        var budgets = store.Budgets(pod.Namespace).Where(budget => Covers(budget, pod)).ToList();
        if (budgets.Count > 1) return EvictionAnswer.SeveralBudgets;
        if (budgets.Count == 0) return Answer(Delete(request, pod, isExact: false), request);
        var status = budgets[0].Status;
        var isSpare = !pod.IsReady && status.CurrentHealthy >= status.DesiredHealthy && status.DesiredHealthy > 0;
        if (!isSpare && Spend(budgets[0], request) is { } refusal) return refusal;
        var result = Delete(request, pod, isExact: isSpare);
        var hasChanged = isSpare && result == ApiResult.Conflict && !request.HasResourceVersion;
        return hasChanged ? EvictionAnswer.StillProcessed(budgets[0].Name) : Answer(result, request);
    }

    /// <summary>Null: budgets have to be asked.</summary>
    private EvictionAnswer? DeleteWhatNeedsNoBudget(EvictionRequest request)
    {
        for (var left = Tries; ; left--)
        {
            if (store.Pod(request.Pod) is not { } pod) return EvictionAnswer.NotFound(request.Pod);
            if (!pod.IsFinished && !pod.Metadata.IsBeingDeleted && pod.Status.Phase != PodPhase.Pending) return null;
            var mayChange = pod.IsFinished || pod.Metadata.IsBeingDeleted;
            var result = Delete(request, pod, isExact: !mayChange);
            if (result != ApiResult.Conflict || request.HasResourceVersion || left == 1) return Answer(result, request);
            Pauses++;
        }
    }

    /// <summary>Takes one from the budget; null if it had one (checkAndDecrement).</summary>
    private EvictionAnswer? Spend(PodDisruptionBudget budget, EvictionRequest request)
    {
        for (var left = Tries; ; left--)
        {
            if (Refusal(budget) is { } refusal) return refusal;
            if (request.IsDryRun) return null;
            var result = store.WriteStatus(budget with { Status = Spent(budget.Status, request.Pod.Name) });
            if (result == ApiResult.Ok) return null;
            if (result != ApiResult.Conflict || left == 1)
            {
                return EvictionAnswer.Refused(result, "poddisruptionbudgets.policy", budget.Name);
            }
            Pauses++;
            if (store.Budgets(budget.Namespace).FirstOrDefault(fresh => fresh.Name == budget.Name) is not { } again)
            {
                return EvictionAnswer.Refused(ApiResult.NotFound, "poddisruptionbudgets.policy", budget.Name);
            }

            budget = again;
        }
    }

    private static EvictionAnswer? Refusal(PodDisruptionBudget budget)
    {
        var status = budget.Status;
        if (status.ObservedGeneration < budget.Metadata.Generation) return EvictionAnswer.StillProcessed(budget.Name);
        if (status.DisruptionsAllowed < 0) return EvictionAnswer.Forbidden(budget.Name, "pdb disruptions allowed is negative");
        if (status.DisruptedPods.Count > MostDisruptedPods)
        {
            return EvictionAnswer.Forbidden(
                budget.Name, "DisruptedPods map too big - too many evictions not confirmed by PDB controller");
        }

        if (status.DisruptionsAllowed > 0) return null;
        return EvictionAnswer.TooMany(string.Create(
            CultureInfo.InvariantCulture,
            $"The disruption budget {budget.Name} needs {status.DesiredHealthy} healthy pods and has {status.CurrentHealthy} currently"));
    }

    private DisruptionStatus Spent(DisruptionStatus status, string pod) => status with
    {
        DisruptionsAllowed = status.DisruptionsAllowed - 1,
        DisruptedPods = new SortedDictionary<string, Instant>(status.DisruptedPods.ToDictionary(), StringComparer.Ordinal)
        {
            [pod] = now.TruncatedToSecond,
        },
    };

    /// <param name="isExact">Only as it was read: whoever changes it meanwhile is in the way.</param>
    private ApiResult Delete(EvictionRequest request, Pod pod, bool isExact) =>
        store.Delete(pod, isExact || request.HasResourceVersion, request.IsDryRun);

    private static EvictionAnswer Answer(ApiResult result, EvictionRequest request) =>
        result == ApiResult.Ok ? EvictionAnswer.Success : EvictionAnswer.Refused(result, "pods", request.Pod.Name);
}
