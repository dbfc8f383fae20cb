using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>What happens to whom, when, and for how long.</summary>
internal static class OutageShape
{
    private static readonly KeysOf<OutageSpec> Key = new();

    private static readonly Dictionary<string, OutageKind> Kinds = new()
    {
        ["power-loss"] = OutageKind.PowerLoss,
        ["reboot"] = OutageKind.Reboot,
        ["network-cut"] = OutageKind.NetworkCut,
        ["api-server-down"] = OutageKind.ApiServerDown,
    };

    public static Shape<OutageSpec> Value { get; } = new("outage", new OutageSpec { Kind = OutageKind.PowerLoss, At = TimeSpan.Zero, Cluster = "" },
    [
        Key.Duration("at", "when it begins", o => o.At, (o, v) => o with { At = v }).WithoutDefault().Required(),
        Key.Period("for", "how long it lasts; to the end of the run without this key", o => o.For ?? TimeSpan.Zero, (o, v) => o with { For = v }).WithoutDefault(),
        Key.Choice("kind", "power-loss: machines stop, and boot when power is back; reboot: machines stop and boot; network-cut: nodes and API server cannot reach each other, pods go on serving; api-server-down: the API server answers nobody", Kinds, o => o.Kind, (o, v) => o with { Kind = v }).WithoutDefault().Required(),
        Key.Text("cluster", "whose; optional if there is one cluster", o => o.Cluster, (o, v) => o with { Cluster = v }),
        Key.Class("zone", "all nodes of a zone", Forms.Text, Simulator.Api.ScalarValues.Text, null, (o, v) => o with { Zone = v }),
        Key.Class("rack", "all nodes of a rack, such as ZONE-r01", Forms.Text, Simulator.Api.ScalarValues.Text, null, (o, v) => o with { Rack = v }),
        Key.Class("node", "one node, such as POOL-0001", Forms.Text, Simulator.Api.ScalarValues.Text, null, (o, v) => o with { Node = v }),
    ]);
}
