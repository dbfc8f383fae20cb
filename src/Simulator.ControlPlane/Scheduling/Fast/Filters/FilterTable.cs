using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast.Filters;

/// <summary>The fast twins of the predicates that are not node-local.</summary>
internal static class FilterTable
{
    /// <summary>Null if there is none: such pods are left to the plain rule.</summary>
    public static IFilter? For(IPredicate predicate, Pod exemplar, FastScope scope) => predicate switch
    {
        PodFitsHostPorts => new HostPortFilter(exemplar, scope.State),
        NoDiskConflict rule => new DiskFilter(rule, exemplar, scope.State),
        NoVolumeZoneConflict rule => new ClaimZoneFilter(rule, exemplar, scope),
        MaxVolumeCount rule => new VolumeCountFilter(rule, exemplar, scope.LoadsFor(rule), scope.State),
        MatchInterPodAffinity rule => new AffinityFilter(exemplar, rule.Settings, scope),
        CheckServiceAffinity rule => new ServiceAffinityFilter(rule, exemplar, scope),
        _ => null,
    };
}
