using Simulator.Api;
using Simulator.ControlPlane.Controllers.Evictions;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>
/// The eviction subresource over the store. Nobody writes while it does; who has written between the arrival of the call and that moment
/// makes it wait (<see cref="IsOvertaken"/>).
/// </summary>
internal sealed class EvictionCalls(ObjectStore store, SimulatedApiServer server, Instant now) : IEvictionStore
{
    private TimeSpan? _grace;

    public ApiResponse Evict(EvictRequest request)
    {
        _grace = request.GracePeriod;
        return ResponseTo(request, new EvictionRule(this, now).Evict(new EvictionRequest(request.Pod)));
    }

    /// <summary>Of a call that its budget refuses as it is now: it writes nothing, so that nobody is in its way. Else null.</summary>
    public EvictionAnswer? Refusal(EvictRequest request)
    {
        var answer = new EvictionRule(this, now).Evict(new EvictionRequest(request.Pod, IsDryRun: true));
        return ResultOf(answer) == ApiResult.TooManyRequests ? answer : null;
    }

    public static ApiResponse ResponseTo(EvictRequest request, EvictionAnswer answer)
    {
        var reason = answer.Cause.Length > 0 ? $"{answer.Message} {answer.Cause}" : answer.Message;
        return new ApiResponse(request, ResultOf(answer), Reason: reason);
    }

    /// <summary>Of the store: what a call reads is of that of its arrival.</summary>
    public long Revision => store.Revision;

    /// <summary>A budget of the pod is another than the call has read: its write is refused, and comes again after a pause.</summary>
    /// <param name="read">The revision of the store when it read.</param>
    public bool IsOvertaken(EvictRequest request, long read) =>
        Pod(request.Pod) is { IsFinished: false, Metadata.IsBeingDeleted: false } pod && pod.Status.Phase != PodPhase.Pending
        && Budgets(pod.Namespace).Any(budget => budget.Metadata.ResourceVersion > read && EvictionRule.Covers(budget, pod));

    public Pod? Pod(ObjectKey key) => store.Find<Pod>("Pod", key);

    public IReadOnlyList<PodDisruptionBudget> Budgets(string inNamespace) =>
        [.. store.List("PodDisruptionBudget", inNamespace).Cast<PodDisruptionBudget>()];

    public ApiResult WriteStatus(PodDisruptionBudget budget) => server.Execute(new UpdateStatusRequest(budget), now).Result;

    public ApiResult Delete(Pod pod, bool isExact, bool isDryRun) =>
        isDryRun ? ApiResult.Ok : server.Execute(new DeleteRequest("Pod", pod.Key, _grace), now).Result;

    private static ApiResult ResultOf(EvictionAnswer answer) => answer.Code switch
    {
        200 => ApiResult.Ok,
        403 => ApiResult.Forbidden,
        404 => ApiResult.NotFound,
        409 => ApiResult.Conflict,
        429 => ApiResult.TooManyRequests,
        _ => ApiResult.Invalid,
    };
}
