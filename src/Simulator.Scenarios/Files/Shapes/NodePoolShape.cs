using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Nodes of one kind.</summary>
internal static class NodePoolShape
{
    private static readonly KeysOf<NodePoolSpec> Key = new();

    private static readonly KeysOf<TaintDraft> TaintKey = new();

    private static readonly Dictionary<string, DiskClass> Disks = new() { ["hdd"] = DiskClass.Hdd, ["ssd"] = DiskClass.Ssd };

    private static readonly Shape<TaintDraft> TaintShape = new("taint", new TaintDraft("", "", "NoSchedule"),
    [
        TaintKey.Text("key", "label key of the taint", t => t.Key, (t, v) => t with { Key = v }).Required(),
        TaintKey.Text("value", "value of the taint", t => t.Value, (t, v) => t with { Value = v }),
        TaintKey.Class(
            "effect", "what it does to pods that do not tolerate it; in 1.3.10 NoExecute keeps away and evicts nobody",
            Forms.Choice(["NoSchedule", "PreferNoSchedule", "NoExecute"]),
            cursor => cursor.OneOf("NoSchedule", "PreferNoSchedule", "NoExecute") ?? "", t => t.Effect, (t, v) => t with { Effect = v }),
    ]);

    public static Shape<NodePoolSpec> Value { get; } = new(
        "nodePool", new NodePoolSpec { Name = "", Count = 0, Capacity = ResourceList.Empty },
    [
        Key.Class(
            "name", "its nodes are called NAME-0001 and so on, if they have no names of their own", Forms.Text, cursor =>
                cursor.ObjectName(), null,
            (p, v) => p with { Name = v }).Required(),
        Key.Class(
            "machineType",
            "a type of the list that `simulator machine-types` prints, or of the file `machineTypes`; gives the capacity and "
                + "the price",
            Forms.Suggested(MachineTypes.All.Select(type => type.Name)), cursor => cursor.Text(), null,
            (p, v) => p with { MachineType = v }),
        Key.Mapping("capacity", "what each node has", CapacityShape.Whole, (p, v) => p with { Capacity = v.Value }),
        Key.Mapping(
            "allocatable", "what of it pods may use; all without this key", CapacityShape.Part, (p, v) => p with { Allocatable = v.Value }),
        Key.Value(
            "count", "number of nodes at the start, dealt out to the zones in turn; 0 only with scaleFromZero", Forms.Integer(0, 100_000),
            cursor => cursor.Node is SourceScalar { Text: "0" } ? 0 : cursor.Integer(1, 100_000), null,
            (p, v) => p with { Count = v }).Required(),
        Key.Texts(
            "names", "names of its nodes, as many as it has; an autoscaler numbers what it adds", cursor => cursor.NodeNames(),
            (p, v) => p with { Names = v }),
        Key.Texts(
            "hostnames", "values of the label kubernetes.io/hostname, in the order of names; the names without this key",
            cursor => [.. cursor.Items().Select(item => item.Text()).OfType<string>()], (p, v) => p with { Hostnames = v }),
        Key.Texts(
            "cordoned", "names of nodes of it that get no new pods from the start on", cursor => cursor.NodeNames(),
            (p, v) => p with { Cordoned = v }),
        Key.Integer(
            "min",
            "with max: an autoscaler may resize it; no fewer nodes (on gce in each zone, which has a group of its own; on aws in all)", 0,
            100_000, p => p.Limits?.Min ?? 0, (p, v) => p with { Limits = new SizeLimits(v, p.Limits?.Max ?? -1) }).WithoutDefault(),
        Key.Integer(
            "max", "no more nodes", 1, 100_000, p => p.Limits?.Max ?? 0,
            (p, v) => p with { Limits = new SizeLimits(p.Limits?.Min ?? -1, v) }).WithoutDefault(),
        Key.Distribution(
            "startTime", "from the request for a machine until its kubelet registers (published: 3 to 4 min until it is schedulable)",
            p => p.StartTime, (p, v) => p with { StartTime = v }),
        Key.Distribution(
            "lifetime",
            "preemptible machines: the cloud takes each away after so long, after 24 h at the latest; its group (min, max) replaces it",
            (p, v) => p with { Lifetime = v }),
        Key.Choice(
            "bootDisk", "disk that its machines start from, and pay for as their provider does; without this key nobody pays for one",
            Disks, p => p.BootDisk ?? DiskClass.Hdd, (p, v) => p with { BootDisk = v }).WithoutDefault(),
        Key.Integer(
            "bootDiskSize", "gigabytes of that disk", 1, 65_536, p => p.BootDiskGigabytes, (p, v) => p with { BootDiskGigabytes = v }),
        Key.Mapping(
            "power", "what a machine draws; that of the machine type without this key", PowerShape.Value,
            (p, v) => p with { Power = v.Value }),
        Key.Number(
            "price", "US dollars an hour of one machine; that of the machine type without this key", 0, 1_000_000,
            p => p.Price?.PerHour ?? 0, (p, v) => p with { Price = new MachinePrice(v, v, "the scenario") }).WithoutDefault(),
        Key.Flag(
            "gkeAllocatable", "pods may use what GKE leaves of the capacity", p => p.ReservesAsGke, (p, v) => p with { ReservesAsGke = v }),
        Key.Texts(
            "zones", "the zones of the cluster that it uses; all without this key", cursor => cursor.Zones(),
            (p, v) => p with { Zones = v }),
        Key.Labels(
            "labels",
            "labels of the nodes beside those of hostname, zone and region; like --node-labels they overwrite what the kubelet says of "
                + "its machine (beta.kubernetes.io/os: linux, beta.kubernetes.io/arch: amd64)",
            (p, v) => p with { Labels = v }),
        Key.Flag(
            "onlyTheseLabels",
            "the nodes have the labels of this pool and that of their host name, whatever cluster, zone and kubelet say besides; {name} in "
                + "a value stands for the node's name",
            p => p.HasOnlyItsLabels, (p, v) => p with { HasOnlyItsLabels = v }),
        Key.List("taints", "taints of the nodes", TaintShape, (p, v) => p with { Taints = [.. v.Select(taint => taint.Value.ToTaint())] }),
        Key.Integer(
            "nodesPerRack", "consecutive nodes of a zone that share a rack; racks are called ZONE-r01 and so on", 1, 100_000,
            p => p.NodesPerRack, (p, v) => p with { NodesPerRack = v }),
        Key.Integer(
            "racksPerPowerUnit", "consecutive racks of a zone behind one power distribution unit; units are called ZONE-p01 and so on", 1,
            100_000, p => p.RacksPerPowerUnit, (p, v) => p with { RacksPerPowerUnit = v }),
    ])
    { Alternatives = [["machineType", "capacity"]], Check = Check };

    private static void Check(NodePoolSpec pool, FieldReader fields)
    {
        if (fields.Has("gkeAllocatable") && fields.Has("allocatable"))
        {
            fields.ErrorAt("gkeAllocatable", "stands beside allocatable; allowed is one of the two");
        }
        if (pool.Limits is null && pool.Count == 0 && fields.Has("count") && fields.Node["count"] is SourceScalar { Text: "0" })
        {
            fields.ErrorAt("count", "'0' is too small; allowed are whole numbers from 1 to 100000, and 0 with min and max");
        }
        CheckNames(pool, fields);
        if (fields.Has("bootDiskSize") && !fields.Has("bootDisk")) fields.ErrorAt("bootDiskSize", "means nothing without bootDisk");
        if (pool.Limits is null) return;
        if (fields.Has("min") != fields.Has("max"))
        {
            fields.Error($"has {(fields.Has("min") ? "min without max" : "max without min")}; allowed are both or none");
        }
        else if (pool.Limits is { Min: >= 0, Max: >= 0 } limits && limits.Max < limits.Min)
        {
            fields.ErrorAt("max", $"a max of {limits.Max} is below the min of {limits.Min}");
        }
    }

    private static void CheckNames(NodePoolSpec pool, FieldReader fields)
    {
        if (pool.Names is { } names && names.Count != pool.Count)
        {
            fields.ErrorAt("names", $"has {names.Count:N0} names for {pool.Count:N0} nodes (count); allowed are as many");
        }
        if (pool.Hostnames is { } hostnames && hostnames.Count != pool.Names?.Count)
        {
            fields.ErrorAt("hostnames", $"has {hostnames.Count:N0} values for {pool.Names?.Count ?? 0:N0} names; allowed are as many");
        }
    }

    private sealed record TaintDraft(string Key, string Value, string Effect)
    {
        public Taint ToTaint() => new(Key, Value, Effect);
    }
}
