using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>The zones that a trouble strikes whole, so that their masters and disks are struck with their machines.</summary>
/// <param name="all">Of the cluster.</param>
internal sealed class WholeZones(IReadOnlyList<string> all)
{
    /// <summary>Masters outside all zones ("") stand in the region: they are lost with it alone.</summary>
    public IEnumerable<string> In(OutageSpec outage, Place place) => place.Scope switch
    {
        PlaceScope.Zone when outage.Share == 1 => place.Names,
        PlaceScope.Region => [.. all, ""],
        _ => [],
    };
}
