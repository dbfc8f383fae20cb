using System.Globalization;
using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What an application keeps, and how its members agree on it.</summary>
internal static class StateShape
{
    private const double WritesMax = 1_000_000_000;

    private static readonly KeysOf<StateSpec> Key = new();

    private static readonly Dictionary<string, StateKind> Kinds = new()
    {
        ["quorum"] = StateKind.Quorum,
        ["primary-replica"] = StateKind.PrimaryReplica,
        ["sharded"] = StateKind.Sharded,
    };

    private static readonly Dictionary<string, PromoteRule> Rules = new()
    {
        ["most-recent"] = PromoteRule.MostRecent,
        ["lowest-ordinal"] = PromoteRule.LowestOrdinal,
    };

    /// <summary>Keys that only one kind looks at.</summary>
    private static readonly (string Key, StateKind Kind)[] OfOneKind =
    [
        ("majority", StateKind.Quorum),
        ("failOver", StateKind.PrimaryReplica),
        ("promote", StateKind.PrimaryReplica),
        ("replicationLag", StateKind.PrimaryReplica),
        ("copies", StateKind.Sharded),
    ];

    public static Shape<StateSpec> Value { get; } = new("state", new StateSpec { Kind = StateKind.Quorum },
    [
        Key.Choice(
            "kind",
            "quorum: a majority agrees on each write; primary-replica: one member takes the writes, the others follow; sharded: each "
                + "member owns a share of the data",
            Kinds, s => s.Kind, (s, v) => s with { Kind = v })
            .WithoutDefault()
            .Required(),
        Key.Value(
            "majority", "quorum: members that have to agree; more than half of the replicas without this key", Forms.Integer(1, 1_000_000),
            cursor => cursor.Integer(1, 1_000_000), null, (s, v) => s with { Majority = v }),
        Bytes("data", "what a member without its data has to copy", s => s.DataBytes, (s, v) => s with { DataBytes = v }),
        Bytes(
            "catchUpRate", "bytes a second that a member catches up by (judgement)", s => (long)s.CatchUpBytesPerSecond,
            (s, v) => s with { CatchUpBytesPerSecond = v }),
        Key.Number(
            "writesPerSecond", "writes a second that users want done", 0, WritesMax, s => s.WritesPerSecond,
            (s, v) => s with { WritesPerSecond = v }),
        Bytes(
            "writeBytes", "of each write: what a member that was away has missed", s => s.WriteBytes, (s, v) => s with { WriteBytes = v }),
        Key.Distribution(
            "failOver", "primary-replica: from the loss of the primary to the work of the next one; without this key nobody takes over",
            s => s.FailOver, (s, v) => s with { FailOver = v }),
        Key.Choice("promote", "primary-replica: which member takes over", Rules, s => s.Promote, (s, v) => s with { Promote = v }),
        Key.Duration(
            "replicationLag", "primary-replica: how far replicas are behind; so much is lost when one takes over", s => s.ReplicationLag,
            (s, v) => s with { ReplicationLag = v }),
        Key.Integer(
            "copies", "sharded: copies of each share; they lie on the members after its owner", 1, 1_000_000, s => s.Copies,
            (s, v) => s with { Copies = v }),
        Key.Class(
            "volume",
            "name of the volume that holds the data; without this key the first claim, else the first disk or server, else the first "
                + "emptyDir or hostPath, else the container's own files",
            Forms.Text, cursor => cursor.Text(), null, (s, v) => s with { Volume = v }),
        Key.Flag(
            "readyWhileCatchingUp", "a member serves and passes its probes while it catches up", s => s.IsReadyWhileCatchingUp,
            (s, v) => s with { IsReadyWhileCatchingUp = v }),
    ])
    { Check = CheckKind };

    public static string NameOf(StateKind kind) => Kinds.First(entry => entry.Value == kind).Key;

    private static Key<StateSpec> Bytes(string name, string meaning, Func<StateSpec, long> get, Func<StateSpec, long, StateSpec> set) =>
        Key.Value(
            name, meaning, Forms.Amount, cursor => cursor.PositiveAmount(), s => get(s).ToString(CultureInfo.InvariantCulture),
            (s, v) => set(s, v.Value));

    private static void CheckKind(StateSpec state, FieldReader fields)
    {
        if (!fields.Has("kind")) return;
        foreach (var (key, kind) in OfOneKind)
        {
            if (state.Kind != kind && fields.Has(key))
            {
                fields.ErrorAt(key, $"means nothing with kind {NameOf(state.Kind)}; allowed with {NameOf(kind)}");
            }
        }

        if (state.FailOver is null && fields.Has("promote")) fields.ErrorAt("promote", "means nothing without failOver: nobody takes over");
        if (state.FailOver is null && fields.Has("replicationLag"))
        {
            fields.ErrorAt("replicationLag", "means nothing without failOver: nobody takes over");
        }
    }
}
