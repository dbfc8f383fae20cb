using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>The zones in which there are nodes: where disks are made.</summary>
internal sealed class NodeZones
{
    private readonly SortedDictionary<string, (string Zone, string Region)> _places = new(StringComparer.Ordinal);

    /// <summary>Sorted.</summary>
    public IReadOnlyList<string> Zones =>
        [.. _places.Values.Select(place => place.Zone)
            .Where(zone => zone.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    /// <summary>"" of a node that is not there, or names none.</summary>
    public string ZoneOf(string node) => _places.GetValueOrDefault(node).Zone ?? "";

    /// <summary>"" if its nodes name none.</summary>
    public string RegionOf(string zone) =>
        _places.Values.Where(place => place.Zone == zone).Select(place => place.Region).FirstOrDefault("");

    public static bool IsMoved(Node now, Node before) => PlaceOf(now) != PlaceOf(before);

    public void Observe(WatchEventType type, Node node)
    {
        if (type == WatchEventType.Deleted) _places.Remove(node.Name);
        else _places[node.Name] = PlaceOf(node);
    }

    private static (string Zone, string Region) PlaceOf(Node node) =>
        (node.Metadata.Labels.ValueOrEmpty(WellKnownLabels.Zone), node.Metadata.Labels.ValueOrEmpty(WellKnownLabels.Region));
}
