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
        var sum = 0L;
        IReadOnlyList<Container>? containers = null;
        var (each, isMissing) = ((long?)0, false);
        foreach (var listed in pods)
        {
            if (listed is not Pod { Status.Phase: not PodPhase.Pending } pod) continue;
            names.Add(pod.Name);

            // Pods of one template share it.
            if (!ReferenceEquals(containers, pod.Spec.Containers)) each = SumOf(containers = pod.Spec.Containers);
            sum += each ?? 0;
            isMissing |= each is null;
        }

        error = names.Count == 0 && pods.Count > 0 ? "no running pods"
            : isMissing || sum == 0 ? "some pods do not have request for cpu"
            : "";
        return error.Length > 0 ? null : new CpuRequests(names, sum / pods.Count);
    }

    /// <summary>Null if a container requests none.</summary>
    private static long? SumOf(IReadOnlyList<Container> containers)
    {
        var sum = 0L;
        foreach (var container in containers)
        {
            if (!container.Requests.TryGet(ResourceNames.Cpu, out var request)) return null;
            sum += request.MilliValue;
        }

        return sum;
    }
}
