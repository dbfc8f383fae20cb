using Simulator.Api;
using Simulator.World.ApiServer;

namespace Simulator.World.Metrics;

/// <summary>
/// Where Heapster is: behind the service kube-system/heapster, if the cluster has one, in the pods that this selects; otherwise it is no
/// object of the cluster, and never fails.
/// </summary>
internal sealed class HeapsterPlace(ObjectStore store, IMachineReach machines)
{
    private static readonly ObjectKey Service = new("kube-system", "heapster");

    private const string Outside = "outside";

    /// <summary>The life that answers now: what it remembers ends with it. "" = none, for <paramref name="fault"/>.</summary>
    public string Life(out string? fault)
    {
        fault = null;
        if (store.Find("Service", Service) is null) return Outside;
        var address = store.Find<Endpoints>("Endpoints", Service)?.Subsets.SelectMany(subset => subset.Addresses).FirstOrDefault();
        if (address is null)
        {
            fault = MetricsFaults.NoEndpoints;
            return "";
        }

        if (store.Find<Pod>("Pod", new ObjectKey(Service.Namespace, address.TargetPod)) is { } pod && machines.Answers(pod.NodeName)
            && pod.Status.Phase == PodPhase.Running)
        {
            return pod.Metadata.Uid + string.Join(',', pod.Status.ContainerRestarts);
        }
        fault = MetricsFaults.Unreachable;
        return "";
    }
}
