using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving.Cached;

/// <summary>
/// Which changes of a pod concern the services that select it (podEndpointsChanged in pkg/controller/util/endpoint of 1.20).
/// </summary>
internal static class AddressChange
{
    public static bool IsIn(Pod former, Pod pod) =>
        former.Metadata.DeletionTimestamp != pod.Metadata.DeletionTimestamp
        || former.IsReady != pod.IsReady
        || former.Status.PodIP != pod.Status.PodIP
        || former.NodeName != pod.NodeName
        || former.Metadata.Uid != pod.Metadata.Uid;
}
