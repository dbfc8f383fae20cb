using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.World.Nodes.Runs;

/// <summary>In the order in which a node that is short of memory evicts them.</summary>
internal enum QosClass
{
    BestEffort,
    Burstable,
    Guaranteed,
}

/// <summary>pkg/kubelet/qos/qos.go of 1.3.10.</summary>
internal static class PodQos
{
    public static QosClass Of(Pod pod)
    {
        if (PodFacts.Of(pod.Spec).IsBestEffort) return QosClass.BestEffort;
        foreach (var container in pod.Spec.Containers)
        {
            if (!IsEqual(container, ResourceNames.Cpu) || !IsEqual(container, ResourceNames.Memory)) return QosClass.Burstable;
        }

        return QosClass.Guaranteed;
    }

    private static bool IsEqual(Container container, string resource) =>
        container.Limits.TryGet(resource, out var limit)
            && limit.Nanos > 0
            && container.Requests.TryGet(resource, out var request)
            && request == limit;
}
