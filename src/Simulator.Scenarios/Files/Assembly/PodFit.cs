using Simulator.Api;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>A generated pod that fits on no empty node is a mistake in the scenario, not a result.</summary>
internal static class PodFit
{
    public static void Check(Placed<GeneratorDraft> placed, IReadOnlyList<NodePoolSpec> pools)
    {
        var (pod, fields) = (placed.Value, placed.Fields);
        if (pools.Count == 0 || !pools.All(IsKnown) || pools.Any(pool => Fits(pod, pool) && !Repels(pool))) return;
        var key = pools.All(pool => Lacks(pool, ResourceNames.Cpu, pod.Cpu)) ? "cpu" : "memory";
        if (pools.Any(pool => Fits(pod, pool)))
        {
            fields.Error("fits only on node pools with NoSchedule taints, which generated pods do not tolerate");
        }
        else fields.ErrorAt(key, $"a pod of {pod.Cpu} CPU and {pod.Memory} memory fits on no node; {Sizes(pools)}");
    }

    /// <summary>A capacity that could not be read has been reported; nothing can be held against it.</summary>
    private static bool IsKnown(NodePoolSpec pool) =>
        pool.Capacity.TryGet(ResourceNames.Cpu, out _) && pool.Capacity.TryGet(ResourceNames.Memory, out _);

    private static bool Fits(GeneratorDraft pod, NodePoolSpec pool) =>
        !Lacks(pool, ResourceNames.Cpu, pod.Cpu) && !Lacks(pool, ResourceNames.Memory, pod.Memory);

    private static bool Lacks(NodePoolSpec pool, string resource, Quantity wanted)
    {
        (pool.Allocatable ?? pool.Capacity).TryGet(resource, out var there);
        return wanted.CompareTo(there) > 0;
    }

    private static bool Repels(NodePoolSpec pool) => pool.Taints.Any(taint => taint.Effect is "NoSchedule" or "NoExecute");

    private static string Sizes(IReadOnlyList<NodePoolSpec> pools) => Wording.Listed(pools.Take(3).Select(pool =>
    {
        var amounts = pool.Allocatable ?? pool.Capacity;
        amounts.TryGet(ResourceNames.Cpu, out var cpu);
        amounts.TryGet(ResourceNames.Memory, out var memory);
        return $"a node of pool '{pool.Name}' has {cpu} CPU and {memory}";
    }));
}
