using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>
/// What the pods of a target ask for (GetCpuConsumptionAndRequestInMillis in pkg/controller/podautoscaler/metrics of 1.3.10).
/// </summary>
/// <param name="Names">Of the pods that are not pending, as listed: each needs a measurement.</param>
/// <param name="AverageMilli">Sum over those, divided by ALL pods: pending ones make it too small.</param>
internal sealed record CpuRequests(IReadOnlyList<string> Names, long AverageMilli)
{
    /// <summary>Null with an error.</summary>
    public static CpuRequests? Of(IReadOnlyList<ApiObject> pods, out string error)
    {
        var names = new List<string>(pods.Count);
        var (sum, isMissing) = (0L, false);
        foreach (var listed in pods)
        {
            if (listed is not Pod { Status.Phase: not PodPhase.Pending } pod) continue;
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
