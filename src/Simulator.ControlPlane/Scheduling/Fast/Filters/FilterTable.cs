using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast.Filters;

/// <summary>The fast twins of the predicates that are not node-local.</summary>
internal static class FilterTable
{
    /// <summary>Null if there is none: such pods are left to the plain rule.</summary>
    public static IFilter? For(IPredicate predicate, Pod exemplar, ClusterState state) => predicate switch
    {
        PodFitsHostPorts => new HostPortFilter(exemplar, state),
        NoDiskConflict rule => new DiskFilter(rule, exemplar, state),
        _ => null,
    };
}
