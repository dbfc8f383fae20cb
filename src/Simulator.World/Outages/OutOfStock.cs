using Simulator.World.Cloud;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>The cloud has no machines to give: none at all, none in a zone, or none of the type of a node pool.</summary>
internal sealed class OutOfStock(ICloudLevers cloud, IReadOnlyList<NodePoolSpec> pools) : IClusterTrouble
{
    public void Begin(Occurrence occurrence)
    {
        if (occurrence.Spec.Where is not { } place) cloud.RunOut();
        else foreach (var (zone, type) in MissingIn(place)) cloud.RunOutOf(zone, type);
    }

    public void End(Occurrence occurrence)
    {
        if (occurrence.Spec.Where is not { } place) cloud.Restock();
        else foreach (var (zone, type) in MissingIn(place)) cloud.RestockOf(zone, type);
    }

    private IEnumerable<(string Zone, string Type)> MissingIn(Place place) => place.Scope == PlaceScope.Pool
        ? pools.Where(pool => place.Names.Contains(pool.Name)).Select(pool => ("", pool.StockName))
        : place.Names.Select(zone => (zone, ""));
}
