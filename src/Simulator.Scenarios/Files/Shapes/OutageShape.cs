using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What happens to whom, when, and for how long.</summary>
internal static class OutageShape
{
    private const string LongBefore = "long-before";

    private static readonly KeysOf<OutageSpec> Key = new();

    private static readonly KeysOf<Repetition> RepeatKey = new();

    private static readonly Shape<Repetition> Repeat = new("repeat", new Repetition(TimeSpan.Zero, 2),
    [
        RepeatKey.Period("every", "from one beginning to the next", r => r.Every, (r, v) => r with { Every = v })
            .WithoutDefault()
            .Required(),
        RepeatKey.Integer("times", "how often in all", 2, 100_000, r => r.Times, (r, v) => r with { Times = v })
            .WithoutDefault()
            .Required(),
    ]);

    /// <summary>Names of all kinds of trouble.</summary>
    public static IReadOnlyDictionary<string, OutageKind> Kinds { get; } =
        OutageKinds.All.Where(facts => facts.Kind != OutageKind.ProgramFreeze).ToDictionary(facts => facts.Name, facts => facts.Kind);

    /// <summary>Programs that can freeze.</summary>
    private static readonly IReadOnlyList<string> Programs = [
        "api-server", "etcd", "scheduler", "controller-manager", "cluster-autoscaler"];

    /// <summary>The keys that name machines, from the smallest place to the largest.</summary>
    public static IReadOnlyDictionary<string, PlaceScope> Places { get; } = new Dictionary<string, PlaceScope>
    {
        ["node"] = PlaceScope.Node,
        ["rack"] = PlaceScope.Rack,
        ["powerUnit"] = PlaceScope.PowerUnit,
        ["nodePool"] = PlaceScope.Pool,
        ["zone"] = PlaceScope.Zone,
        ["region"] = PlaceScope.Region,
    };

    /// <summary>The keys of which a trouble of machines has exactly one.</summary>
    public static IReadOnlyList<string> MachineKeys { get; } =
    [
        "node", "nodes", "podNode", "rack", "powerUnit", "nodePool", "zone", "zones", "region",
    ];

    /// <summary>Places that fail as a whole.</summary>
    public static IReadOnlyDictionary<string, PlaceScope> FailingPlaces { get; } =
        Places.Where(place => place.Value is not (PlaceScope.Pool or PlaceScope.Region)).ToDictionary();

    /// <summary>Kinds that strike machines by themselves: nobody plans them.</summary>
    public static IReadOnlyDictionary<string, OutageKind> FailureKinds { get; } =
        OutageKinds.All.Where(facts => facts.Reach == OutageReach.Machines && facts.Kind != OutageKind.Maintenance)
            .ToDictionary(facts => facts.Name, facts => facts.Kind);

    public static Shape<OutageSpec> Value { get; } = new(
        "outage", new OutageSpec { Kind = OutageKind.PowerLoss, At = TimeSpan.Zero, Cluster = "" },
    [
        Key.Value(
            "at",
            "when it begins; long-before, with a power-loss: long before the run, so that the nodes are marked and empty when it starts, "
                + "and `for` counts from its start",
            Forms.DurationOr(LongBefore), ReadAt, null,
            (o, v) => o with { At = v < TimeSpan.Zero ? TimeSpan.Zero : v, IsOld = v < TimeSpan.Zero }),
        Key.Class(
            "after", "when it begins, counted from an event of the run: " + EventText.Allowed, EventText.Form, EventText.Read, null,
            (o, v) => o with { After = v }),
        Key.Class(
            "name", "by which others wait for it; what it strikes without this key, if nothing else strikes that", Forms.Text,
            cursor => cursor.LabelValue(), null, (o, v) => o with { Name = v }),
        Key.Distribution(
            "for", "how long it lasts, or how long the work on each node takes in a maintenance; to the end of the run without this key",
            (o, v) => o with { For = v }),
        Key.Choice("kind", "what happens: see the kinds of trouble above", Kinds, o => o.Kind, (o, v) => o with { Kind = v })
            .WithoutDefault()
            .Required(),
        Key.Text("cluster", "whose; optional if there is one cluster", o => o.Cluster, (o, v) => o with { Cluster = v }),
        Machines("node", "one node, such as POOL-0001"),
        Key.Class(
            "nodes", "several nodes, or all nodes of a cluster", TargetText.Nodes, TargetText.ReadNodes, null,
            (o, v) => o with { Where = v }),
        Key.Class(
            "podNode", "the node that a pod is bound to when it begins: NAME, or NAMESPACE/NAME", Forms.Text, TargetText.ReadPod, null,
            (o, v) => o with { Where = v }),
        Machines("rack", "all nodes of a rack, such as ZONE-r01"),
        Machines("powerUnit", "all nodes behind a power distribution unit, such as ZONE-p01"),
        Machines("nodePool", "all nodes of a pool"),
        Machines("zone", "all nodes of a zone"),
        Machines("region", "all nodes of all clusters of a region; a power-loss takes their control planes too"),
        Key.Class(
            "zones", "all nodes of several zones; the two zones of a zone-partition", Forms.Texts, cursor => cursor.Zones(), null,
            (o, v) => o with { Where = new Place(PlaceScope.Zone, v) }),
        Key.Class(
            "regions", "with region-partition: the two regions", Forms.Texts, TargetText.ReadRegions, null,
            (o, v) => o with { Regions = v with { IsOneWay = o.Regions?.IsOneWay ?? false } }),
        Key.Flag(
            "oneWay",
            "with region-partition: only what the first region sends to the second is lost, requests and what a federation there asks",
            o => o.Regions?.IsOneWay
                ?? false, (o, v) => o with { Regions = (o.Regions ?? new RegionPair("", "", v)) with { IsOneWay = v } }),
        Key.Class(
            "program", "with freeze: the program that hangs, instead of machines", Forms.Choice(Programs), ReadProgram, null,
            (o, v) => o with { Program = v }),
        Key.Class(
            "service", "with load-balancer-lost: whose, as NAME or NAMESPACE/NAME; those of all services without this key", Forms.Text,
            TargetText.ReadService, null, (o, v) => o with { Service = v }),
        Key.Value(
            "instance", "which instance of the program, from 0; all of them without this key", Forms.Integer(0, 100),
            cursor => cursor.Integer(0, 100), null, (o, v) => o with { Instance = v }),
        Key.Number(
            "share", "share of the machines that are struck, drawn from the seed", 0.0001, 1, o => o.Share, (o, v) => o with { Share = v }),
        Key.Duration(
            "rolling", "one machine after the other, so far apart; 0: all at once", o => o.Rolling, (o, v) => o with { Rolling = v }),
        Key.Integer("atOnce", "machines in maintenance at the same time", 1, 100_000, o => o.AtOnce, (o, v) => o with { AtOnce = v }),
        Key.Duration(
            "settle",
            "how long a drained machine is left alone before it is rebooted in a maintenance: its kubelet says at its next heartbeat "
                + "that it has let go of its disks",
            o => o.Settle, (o, v) => o with { Settle = v }),
        Key.Number(
            "factor", "how many times slower, for the kinds that slow something down", 1, 1_000_000, o => o.Factor,
            (o, v) => o with { Factor = v }),
        Key.Distribution(
            "heartbeatDelay",
            "with slow-node: each status write of a struck kubelet comes so much later, drawn anew each time, and the next is begun 10 s "
                + "(node-status-update-frequency) after it; in time without this key",
            (o, v) => o with { HeartbeatDelay = v }),
        Key.Mapping("repeat", "it happens again", Repeat, (o, v) => o with { Repeat = v.Value }),
        Key.Flag(
            "byHand", "somebody began it while the run was served (`serve --record`): it comes after all else of its moment",
            o => o.IsByHand, (o, v) => o with { IsByHand = v }),
    ])
    { Alternatives = [["at", "after"]] };

    private static Key<OutageSpec> Machines(string name, string meaning) =>
        Key.Class(name, meaning, Forms.Text, cursor => cursor.Text(), null, (o, v) => o with { Where = new Place(Places[name], v) });

    private static string? ReadProgram(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (Programs.Contains(text)) return text;
        cursor.Error($"found '{Wording.Shortened(text)}'{Wording.DidYouMean(text, Programs)}; allowed are {Wording.Listed(Programs)}");
        return null;
    }

    /// <summary>A moment of the run, or a negative one.</summary>
    private static TimeSpan? ReadAt(SourceCursor cursor) =>
        cursor.Node is SourceScalar { Text: LongBefore } ? TimeSpan.MinValue : cursor.PositiveOrZeroDuration();
}
