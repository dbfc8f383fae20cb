using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast.Filters;

/// <summary>
/// Asks the plain rule once a place: it reads no other labels of a node. Its plain twin is <see cref="NoVolumeZoneConflict"/>.
/// </summary>
internal sealed class ClaimZoneFilter(NoVolumeZoneConflict rule, Pod exemplar, FastScope scope) : IFilter
{
    public bool TryRestrict(NodeMask mask)
    {
        foreach (var place in scope.Places.All)
        {
            var verdict = rule.Check(exemplar, place.Example, scope.State);
            if (verdict.Reason is not null) mask.Take(place.Nodes);
            if (verdict.Error is not null) mask.Fail(place.Nodes);
        }

        return true;
    }
}
