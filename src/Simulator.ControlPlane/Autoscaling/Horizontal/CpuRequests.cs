using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>
/// What the pods of a target ask for (GetCpuConsumptionAndRequestInMillis in pkg/controller/podautoscaler/metrics of 1.3.10).
/// </summary>
/// <param name="Names">Of the pods that are not pending: each needs a measurement.</param>
/// <param name="AverageMilli">Sum over those, divided by ALL pods: pending ones make it too small.</param>
internal sealed record CpuRequests(IReadOnlySet<string> Names, long AverageMilli)
{
    /// <summary>Null with an error.</summary>
    public static CpuRequests? Of(IReadOnlyList<ApiObject> pods, out string error)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var (sum, isMissing) = (0L, false);
        foreach (var pod in pods.Cast<Pod>().Where(static pod => pod.Status.Phase != PodPhase.Pending))
        {
            names.Add(pod.Name);
            foreach (var container in pod.Spec.Containers)
            {
                if (container.Requests.TryGet(ResourceNames.Cpu, out var request)) sum += request.MilliValue;
                else isMissing = true;
            }
        }

        error = names.Count == 0 && pods.Count > 0 ? "no running pods"
            : isMissing || sum == 0 ? "some pods do not have request for cpu"
            : "";
        return error.Length > 0 ? null : new CpuRequests(names, sum / pods.Count);
    }
}
