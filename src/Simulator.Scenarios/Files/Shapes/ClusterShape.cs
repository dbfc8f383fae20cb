using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

internal static class ClusterShape
{
    private static readonly KeysOf<ClusterDraft> Key = new();

    private static readonly Dictionary<string, ClusterStart> Starts = new()
    {
        ["settled"] = ClusterStart.Settled,
        ["empty"] = ClusterStart.Empty,
        ["as-found"] = ClusterStart.AsFound,
    };

    private static readonly Dictionary<string, HeartbeatPhases> Phases = new()
    {
        ["spread"] = HeartbeatPhases.Spread,
        ["together"] = HeartbeatPhases.Together,
        ["in-turn"] = HeartbeatPhases.InTurn,
    };

    public static Shape<ClusterDraft> Value { get; } = new("cluster", new ClusterDraft(),
    [
        Key.Class("name", "its name, once in the scenario", Forms.Text, cursor => cursor.ObjectName(), null, (c, v) => c with { Name = v })
            .Required(),
        Key.Class(
            "region", "value of the region label of its nodes; no such label without this key", Forms.Text, cursor => cursor.LabelValue(),
            null, (c, v) => c with { Region = v }),
        Key.Texts("zones", "values of the zone label of its nodes", cursor => cursor.Zones(), (c, v) => c with { Zones = v }).Required(),
        Key.List("nodePools", "its nodes", NodePoolShape.Value, (c, v) => c with { NodePools = v }).Required(),
        Key.Flag(
            "modernNodeLabels",
            "its nodes also have the labels of later versions: topology.kubernetes.io/zone and /region, kubernetes.io/os and /arch, "
                + "node.kubernetes.io/instance-type",
            c => c.ModernNodeLabels, (c, v) => c with { ModernNodeLabels = v }),
        Key.Group(
            "controlPlane", "its control plane, with upstream flags", ControlPlaneShape.Value, c => c.ControlPlane,
            (c, v) => c with { ControlPlane = v }),
        Key.Group(
            "calibration", "measured latencies and paces", CalibrationShape.Value, c => c.ControlPlane,
            (c, v) => c with { ControlPlane = v }),
        Key.Group(
            "cloud", "the machines of its cloud, and the pace of what is done to groups of them", CloudShape.Value,
            c => c.ControlPlane.Cloud, (c, v) => c with { ControlPlane = c.ControlPlane with { Cloud = v } }),
        Key.Group(
            "storage", "the disks of its cloud, and the pace of what is done to volumes", StorageShape.Value, c => c.Storage,
            (c, v) => c with { Storage = v }),
        Key.Group(
            "heapster", "how the CPU of pods is measured for autoscalers", HeapsterShape.Value, c => c.Heapster,
            (c, v) => c with { Heapster = v }),
        Key.Choice(
            "start",
            "settled: the workloads of time 0 run at time 0, where the scheduler would have put them; empty: they are created through "
                + "the API; as-found: objects and pods are where `found` says",
            Starts, c => c.Start, (c, v) => c with { Start = v }),
        Key.Class(
            "found",
            "with as-found: folder of a cluster as it was found, which `simulator import cluster` writes: manifests of its objects, and "
                + "tables of its pods; relative to the scenario file",
            Forms.Path, ReadPath, null, (c, v) => c with { Found = v.Cursor }),
        Key.Choice(
            "heartbeatPhases",
            "spread: each kubelet reports somewhere in its period of node-status-update-frequency; together: all of them in the same "
                + "moment, as after a common start; in-turn: one node after the other, from heartbeatsFrom to heartbeatsTo, as when they "
                + "were started in that order",
            Phases, c => c.HeartbeatPhases, (c, v) => c with { HeartbeatPhases = v }),
        Key.Duration(
            "heartbeatsFrom", "with heartbeatPhases: in-turn: when the first node reports for the first time", c => c.HeartbeatsFrom,
            (c, v) => c with { HeartbeatsFrom = v }),
        Key.Duration(
            "heartbeatsTo", "with heartbeatPhases: in-turn: when the last node does; those between follow evenly", c => c.HeartbeatsTo,
            (c, v) => c with { HeartbeatsTo = v }),
        Key.List(
            "applications", "what the containers of its pods do; the first application that selects a pod counts", ApplicationShape.Value,
            (c, v) => c with { Applications = v }),
        Key.List("workloads", "what runs in it", WorkloadShape.Value, (c, v) => c with { Workloads = v }),
        Key.List("traffic", "requests to its services", TrafficShape.Value, (c, v) => c with { Traffic = v }),
    ])
    { Check = Check };

    private static void Check(ClusterDraft draft, FieldReader fields)
    {
        if (draft.Start == ClusterStart.AsFound && !fields.Has("found"))
        {
            fields.ErrorAt("start", "as-found needs the key 'found', which says where (simulator import cluster writes it)");
        }
        else if (draft.Start != ClusterStart.AsFound && fields.Has("found"))
        {
            fields.ErrorAt("found", "means nothing here; allowed with start: as-found");
        }

        CheckHeartbeats(draft, fields);
    }

    private static void CheckHeartbeats(ClusterDraft draft, FieldReader fields)
    {
        foreach (var key in new[] { "heartbeatsFrom", "heartbeatsTo" })
        {
            if (draft.HeartbeatPhases != HeartbeatPhases.InTurn && fields.Has(key))
            {
                fields.ErrorAt(key, "means nothing here; allowed with heartbeatPhases: in-turn");
            }
        }
        if (draft.HeartbeatsTo < draft.HeartbeatsFrom) fields.ErrorAt("heartbeatsTo", "is before heartbeatsFrom; allowed is from then on");
    }

    private static PathCursor? ReadPath(SourceCursor cursor) => cursor.Text() is null ? null : new PathCursor(cursor);

    private sealed record PathCursor(SourceCursor Cursor);
}
