using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>
/// What a pod's spec says of its placing since 1.3. The keys stay unread: that 1.3 does not act upon them is told all the same.
/// </summary>
internal static class PlacementReader
{
    /// <summary>Null where there is nothing of the kind.</summary>
    public static PodPlacement? Read(FieldReader spec)
    {
        var placement = new PodPlacement
        {
            SpreadConstraints = spec.Peek("topologySpreadConstraints")?.List(ReadConstraint) ?? [],
            Priority = spec.Peek("priority")?.Integer(int.MinValue, int.MaxValue),
            PriorityClassName = spec.Peek("priorityClassName")?.Text() ?? "",
            PreemptionPolicy = spec.Peek("preemptionPolicy")?.Text() ?? "",
            Overhead = spec.Peek("overhead")?.Amounts() ?? ResourceList.Empty,
        };
        return placement.IsEmpty ? null : placement;
    }

    public static TopologySpreadConstraint ReadConstraint(FieldReader fields) => new()
    {
        MaxSkew = fields.Integer("maxSkew"),
        TopologyKey = fields.Text("topologyKey"),
        WhenUnsatisfiable = fields.Text("whenUnsatisfiable"),
        LabelSelector = fields.Object("labelSelector", SelectorReader.Read),
    };
}
