using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Nodes of one kind.</summary>
internal static class NodePoolShape
{
    private static readonly KeysOf<NodePoolSpec> Key = new();

    private static readonly KeysOf<TaintDraft> TaintKey = new();

    private static readonly Shape<TaintDraft> TaintShape = new("taint", new TaintDraft("", "", "NoSchedule"),
    [
        TaintKey.Text("key", "label key of the taint", t => t.Key, (t, v) => t with { Key = v }).Required(),
        TaintKey.Text("value", "value of the taint", t => t.Value, (t, v) => t with { Value = v }),
        TaintKey.Class(
            "effect", "what it does to pods that do not tolerate it", Forms.Choice(["NoSchedule", "PreferNoSchedule"]),
            cursor => cursor.OneOf("NoSchedule", "PreferNoSchedule") ?? "", t => t.Effect, (t, v) => t with { Effect = v }),
    ]);

    public static Shape<NodePoolSpec> Value { get; } = new(
        "nodePool", new NodePoolSpec { Name = "", Count = 0, Capacity = ResourceList.Empty },
    [
        Key.Class(
            "name", "its nodes are called NAME-0001 and so on", Forms.Text, cursor => cursor.ObjectName(), null,
            (p, v) => p with { Name = v }).Required(),
        Key.Class(
            "machineType", "a type of the list that `simulator machine-types` prints; gives the capacity", Forms.Text, ReadMachineType,
            null, (p, v) => p with { MachineType = v.Name, Capacity = v.Capacity }),
        Key.Mapping("capacity", "what each node has", CapacityShape.Whole, (p, v) => p with { Capacity = v.Value }),
        Key.Mapping(
            "allocatable", "what of it pods may use; all without this key", CapacityShape.Part, (p, v) => p with { Allocatable = v.Value }),
        Key.Integer("count", "number of nodes, dealt out to the zones in turn", 1, 100_000, p => p.Count, (p, v) => p with { Count = v })
            .WithoutDefault()
            .Required(),
        Key.Texts(
            "zones", "the zones of the cluster that it uses; all without this key", cursor => cursor.Zones(),
            (p, v) => p with { Zones = v }),
        Key.Labels(
            "labels",
            "labels of the nodes beside those of hostname, zone and region; like --node-labels they overwrite what the kubelet says of "
                + "its machine (beta.kubernetes.io/os: linux, beta.kubernetes.io/arch: amd64)",
            (p, v) => p with { Labels = v }),
        Key.List("taints", "taints of the nodes", TaintShape, (p, v) => p with { Taints = [.. v.Select(taint => taint.Value.ToTaint())] }),
        Key.Integer(
            "nodesPerRack", "consecutive nodes of a zone that share a rack; racks are called ZONE-r01 and so on", 1, 100_000,
            p => p.NodesPerRack, (p, v) => p with { NodesPerRack = v }),
        Key.Integer(
            "racksPerPowerUnit", "consecutive racks of a zone behind one power distribution unit; units are called ZONE-p01 and so on", 1,
            100_000, p => p.RacksPerPowerUnit, (p, v) => p with { RacksPerPowerUnit = v }),
    ])
    { Alternatives = [["machineType", "capacity"]] };

    private static MachineType? ReadMachineType(SourceCursor cursor)
    {
        if (cursor.Text() is not { } name) return null;
        if (MachineTypes.Find(name) is { } type) return type;
        cursor.Error("no machine type "
            + $"'{Wording.Shortened(name)}'{Wording.DidYouMean(name, MachineTypes.All.Select(known => known.Name))} (list: simulator "
            + "machine-types)");
        return null;
    }

    private sealed record TaintDraft(string Key, string Value, string Effect)
    {
        public Taint ToTaint() => new(Key, Value, Effect);
    }
}
