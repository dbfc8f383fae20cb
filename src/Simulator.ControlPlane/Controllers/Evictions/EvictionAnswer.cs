using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Evictions;

/// <summary>What a client is told of an eviction.</summary>
/// <param name="Code">HTTP status; 200 = the pod goes.</param>
/// <param name="Reason">metav1.StatusReason; "" = none.</param>
/// <param name="Cause">The one cause of a 429; "" = none.</param>
public sealed record EvictionAnswer(int Code, string Reason, string Message, string Cause = "")
{
    public static readonly EvictionAnswer Success = new(200, "", "");

    /// <summary>A status object, not an error: it has no reason.</summary>
    public static readonly EvictionAnswer SeveralBudgets = new(
        500, "", "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");

    public bool IsSuccess => Code == 200;

    public static EvictionAnswer TooMany(string cause) =>
        new(429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.", cause);

    public static EvictionAnswer StillProcessed(string budget) =>
        TooMany($"The disruption budget {budget} is still being processed by the server.");

    public static EvictionAnswer Forbidden(string budget, string why) =>
        new(403, "Forbidden", $"poddisruptionbudget.policy \"{budget}\" is forbidden: {why}");

    public static EvictionAnswer NotFound(ObjectKey pod) => Refused(ApiResult.NotFound, "pods", pod.Name);

    public static EvictionAnswer Refused(ApiResult result, string resource, string name) => result switch
    {
        ApiResult.Conflict => new(409, "Conflict", $"Operation cannot be fulfilled on {resource} \"{name}\": changed"),
        ApiResult.NotFound => new(404, "NotFound", $"{resource} \"{name}\" not found"),
        _ => new(500, "InternalError", $"{resource} \"{name}\": {result}"),
    };
}
