using Simulator.Api;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Rules;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds the parts of one cluster against each other and puts them together.</summary>
internal static class ClusterAssembly
{
    public static ClusterSpec Assemble(Placed<ClusterDraft> placed, TimeSpan duration, PlacedObjects objects)
    {
        var (draft, fields) = (placed.Value, placed.Fields);
        if (draft.NodePools.Count == 0 && fields.Has("nodePools"))
        {
            fields.ErrorAt("nodePools", "the list is empty; allowed is at least one node pool");
        }
        UniqueNames.Check(draft.NodePools, pool => pool.Name, "node pool");
        IReadOnlyList<NodePoolSpec> pools = [.. draft.NodePools.Select(pool => Assemble(pool, draft))];
        var assembly = new WorkloadAssembly(fields, pools, duration, new PetCheck(draft.Applications), new NamespaceCheck(draft.Start));
        var workloads = assembly.Assemble(draft.Workloads, (value, place) => objects.Take(draft.Name, value, place));
        objects.Take(draft.Name, draft.Applications);
        assembly.Claims.TellTo(fields.Context.Diagnostics, draft.ControlPlane.ControllerManager);
        var cluster = new ClusterSpec
        {
            Name = draft.Name,
            Region = draft.Region,
            Zones = draft.Zones,
            NodePools = pools,
            ModernNodeLabels = draft.ModernNodeLabels,
            Masters = MastersAssembly.Assemble(draft.ControlPlane, draft.Zones),
            Scheduler = draft.ControlPlane.Scheduler,
            ControllerManager = draft.ControlPlane.ControllerManager,
            Kubelet = draft.ControlPlane.Kubelet,
            ApiServer = draft.ControlPlane.ApiServer,
            Cloud = draft.ControlPlane.Cloud,
            Storage = draft.Storage,
            Heapster = draft.Heapster,
            Start = draft.Start,
            HeartbeatPhases = draft.HeartbeatPhases,
            Applications = [.. draft.Applications.Select(application => application.Value)],
            Workloads = workloads,
            Proxy = draft.ControlPlane.Proxy,
            Traffic = new TrafficAssembly(duration).Assemble(draft.Traffic),
        };
        CapacityCheck.Check(cluster, fields);
        NodeLabelCheck.Check(cluster, draft.NodePools);
        StateCheck.Check(draft.Applications, workloads);
        InitCheck.Check(draft.Applications, workloads);
        return cluster;
    }

    private static NodePoolSpec Assemble(Placed<NodePoolSpec> placed, ClusterDraft cluster)
    {
        var pool = placed.Value;
        CheckZones(placed, cluster);
        var capacity = pool.Capacity;
        if (!capacity.TryGet(ResourceNames.Pods, out _))
        {
            capacity = CapacityShape.With(capacity, ResourceNames.Pods, Quantity.FromUnits(cluster.ControlPlane.Kubelet.MaxPods));
        }
        return pool with { Capacity = capacity, Allocatable = pool.Allocatable is null ? null : Allocatable(placed, capacity) };
    }

    private static void CheckZones(Placed<NodePoolSpec> placed, ClusterDraft cluster)
    {
        if (cluster.Zones.Count == 0) return;
        foreach (var zone in placed.Value.Zones ?? [])
        {
            if (!cluster.Zones.Contains(zone))
            {
                placed.Fields.ErrorAt(
                    "zones", $"no zone '{zone}' in cluster '{cluster.Name}'; its zones are {Wording.Listed(cluster.Zones)}");
            }
        }
    }

    /// <summary>What is not said is the capacity.</summary>
    private static ResourceList Allocatable(Placed<NodePoolSpec> placed, ResourceList capacity)
    {
        foreach (var (name, amount) in placed.Value.Allocatable!.Amounts)
        {
            capacity.TryGet(name, out var whole);
            if (amount.CompareTo(whole) > 0) placed.Fields.ErrorAt("allocatable", $"{amount} {name} is more than the capacity of {whole}");
        }

        return ResourceList.Of([.. capacity.Amounts, .. placed.Value.Allocatable.Amounts]);
    }
}
