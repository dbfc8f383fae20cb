using Simulator.Api;
using Simulator.ControlPlane.Controllers.Evictions;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>The eviction subresource over the store: nobody writes meanwhile, so that nothing has to be tried twice.</summary>
internal sealed class EvictionCalls(ObjectStore store, SimulatedApiServer server, Instant now) : IEvictionStore
{
    private TimeSpan? _grace;

    public ApiResponse Evict(EvictRequest request)
    {
        _grace = request.GracePeriod;
        var answer = new EvictionRule(this, now).Evict(new EvictionRequest(request.Pod));
        var reason = answer.Cause.Length > 0 ? $"{answer.Message} {answer.Cause}" : answer.Message;
        return new ApiResponse(request, ResultOf(answer), Reason: reason);
    }

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
