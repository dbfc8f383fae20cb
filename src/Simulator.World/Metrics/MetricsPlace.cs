using Simulator.Api;
using Simulator.World.ApiServer;

namespace Simulator.World.Metrics;

/// <summary>
/// Where what measures pods is: behind its service, if the cluster has one, in the pods that this selects; otherwise it is no object of the
/// cluster, and never fails.
/// </summary>
/// <param name="service">Such as kube-system/heapster.</param>
internal sealed class MetricsPlace(ObjectStore store, IMachineReach machines, ObjectKey service)
{
    private const string Outside = "outside";

    /// <summary>The life that answers now: what it remembers ends with it. "" = none, for <paramref name="fault"/>.</summary>
    public string Life(out string? fault)
    {
        fault = null;
        if (store.Find("Service", service) is null) return Outside;
        var address = store.Find<Endpoints>("Endpoints", service)?.Subsets.SelectMany(subset => subset.Addresses).FirstOrDefault();
        if (address is null)
        {
            fault = MetricsFaults.NoEndpoints;
            return "";
        }

        if (store.Find<Pod>("Pod", new ObjectKey(service.Namespace, address.TargetPod)) is { } pod && machines.Answers(pod.NodeName)
            && pod.Status.Phase == PodPhase.Running)
        {
            return pod.Metadata.Uid + string.Join(',', pod.Status.ContainerRestarts);
        }
        fault = MetricsFaults.Unreachable;
        return "";
    }
}
