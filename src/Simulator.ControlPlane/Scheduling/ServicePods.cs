using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>The pods, anywhere in the cache, that a service selects in its namespace.</summary>
public static class ServicePods
{
    public static IEnumerable<CachedPod> Of(Service service, ClusterState state) =>
        from node in state.Cache.AllNodes
        from existing in node.Pods
        where existing.Pod.Namespace == service.Namespace && service.Selector!.IsSubsetOf(existing.Pod.Metadata.Labels)
        select existing;
}
