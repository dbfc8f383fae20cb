using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>Region and zone of a node; the older labels count where they exist, be they empty (GetZoneKey of 1.20).</summary>
public readonly record struct NodeZone(string Region, string Zone)
{
    public static readonly NodeZone None = new("", "");

    public static NodeZone Of(Node node)
    {
        var labels = node.Metadata.Labels;
        return new NodeZone(
            Either(labels, WellKnownLabels.Region, WellKnownLabels.TopologyRegion),
            Either(labels, WellKnownLabels.Zone, WellKnownLabels.TopologyZone));
    }

    private static string Either(LabelSet labels, string older, string today) =>
        labels.TryGetValue(older, out var value) ? value : labels.ValueOrEmpty(today);
}
