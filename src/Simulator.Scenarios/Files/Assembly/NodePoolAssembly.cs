using Simulator.Api;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds a node pool against its cluster and the machine types.</summary>
internal static class NodePoolAssembly
{
    public static NodePoolSpec Assemble(Placed<NodePoolSpec> placed, ClusterDraft cluster, MachineCatalogue types)
    {
        var pool = WithType(placed, types);
        CheckZones(placed, cluster);
        if (pool is { Lifetime: not null, Limits: null })
        {
            placed.Fields.ErrorAt(
                "lifetime",
                "only machines of a group are taken away and replaced; allowed is a pool with min and max "
                    + "(with both alike it keeps its size)");
        }

        var capacity = pool.Capacity;
        if (!capacity.TryGet(ResourceNames.Pods, out _))
        {
            capacity = CapacityShape.With(capacity, ResourceNames.Pods, Quantity.FromUnits(cluster.ControlPlane.Kubelet.MaxPods));
        }
        var allocatable = pool.ReservesAsGke ? GkeReserve.Allocatable(capacity)
            : pool.Allocatable is null ? null : Allocatable(placed, capacity);
        return pool with { Capacity = capacity, Allocatable = allocatable };
    }

    private static NodePoolSpec WithType(Placed<NodePoolSpec> placed, MachineCatalogue types)
    {
        var (pool, name) = (placed.Value, placed.Value.MachineType);
        if (name.Length == 0) return pool;
        if (types.Find(name) is { } type)
        {
            return pool with
            {
                Capacity = type.Capacity,
                Price = pool.Price ?? type.Price,
                DiskPrice = type.DiskPrice,
                Power = pool.Power ?? type.Power,
            };
        }

        placed.Fields.ErrorAt(
            "machineType",
            types.IsWithoutSize(name)
                ? $"the file of machine types says 0 for the CPU or memory of '{name}'; allowed are types whose size is known"
                : $"no machine type '{Wording.Shortened(name)}'{Wording.DidYouMean(name, types.Names)} (list: simulator machine-types)");
        return pool;
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
