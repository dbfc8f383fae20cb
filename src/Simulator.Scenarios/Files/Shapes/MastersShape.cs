using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>The machines of the control plane.</summary>
internal static class MastersShape
{
    private const int MastersMax = 99;

    private static readonly KeysOf<MastersDraft> Key = new();

    public static Shape<MastersDraft> Value { get; } = new("masters", new MastersDraft(),
    [
        Key.Integer(
            "count",
            "masters outside all zones: no zone takes them along; each runs an API server, a member of etcd, a scheduler and a "
                + "controller manager",
            1, MastersMax, m => m.Count ?? 1, (m, v) => m with { Count = v }),
        Key.Class(
            "zones", "instead of count: one master in the zone of each entry; a zone that loses power takes its masters along",
            Forms.Texts with { Words = "list of zones" }, ReadZones, null, (m, v) => m with { Zones = v }),
        Key.Value(
            "etcdMembers", "members of etcd, an odd number, on the masters in turn; one a master without this key",
            Forms.Integer(1, MastersMax), cursor => cursor.Integer(1, MastersMax), null, (m, v) => m with { EtcdMembers = v }),
    ])
    { Check = Check };

    private static IReadOnlyList<string>? ReadZones(SourceCursor cursor)
    {
        if (cursor.Node is SourceSequence { Items.Count: 0 }) cursor.Error("the list is empty; allowed is at least one zone");
        List<string> zones = [.. cursor.Items().Select(item => item.LabelValue()).OfType<string>()];
        return zones.Count == 0 ? null : zones;
    }

    /// <summary>An even number of members survives no more losses than one member less, and needs one more for a majority.</summary>
    private static void Check(MastersDraft draft, FieldReader fields)
    {
        if (draft.Count is not null && fields.Has("zones")) fields.ErrorAt("zones", "stands beside count; allowed is one of count, zones");
        var members = draft.EtcdMembers ?? draft.MasterZones.Count;
        if (members % 2 == 1) return;
        var where = fields.Has("etcdMembers") ? "etcdMembers" : fields.Has("zones") ? "zones" : "count";
        fields.ErrorAt(where, where == "etcdMembers"
            ? $"{members} members of etcd are an even number; allowed are odd ones"
            : $"{members} masters would have as many members of etcd, an even number; allowed is an odd number of masters, or an odd "
                + "etcdMembers beside them");
    }
}
