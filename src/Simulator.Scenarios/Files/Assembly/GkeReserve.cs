using Simulator.Api;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// What GKE keeps of a machine for system and kubelet (cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes): a share of each
/// slice of CPU and memory that falls as the machine grows, and 100 MiB below which pods are evicted.
/// </summary>
internal static class GkeReserve
{
    private const long MiB = 1L << 20;
    private const long GiB = 1L << 30;

    private static readonly (long UpTo, double Share)[] Memory =
        [(4 * GiB, 0.25), (8 * GiB, 0.2), (16 * GiB, 0.1), (128 * GiB, 0.06), (long.MaxValue, 0.02)];

    private static readonly (long UpTo, double Share)[] MilliCpu = [(1000, 0.06), (2000, 0.01), (4000, 0.005), (long.MaxValue, 0.0025)];

    public static ResourceList Allocatable(ResourceList capacity)
    {
        var (cpu, memory) = (capacity.MilliValue(ResourceNames.Cpu), capacity.Value(ResourceNames.Memory));
        var kept = (memory < GiB ? 255 * MiB : Reserved(memory, Memory)) + (100 * MiB);
        return ResourceList.Of(
        [
            .. capacity.Amounts.ToArray(),
            KeyValuePair.Create(ResourceNames.Cpu, Quantity.FromMilli(cpu - Reserved(cpu, MilliCpu))),
            KeyValuePair.Create(ResourceNames.Memory, Quantity.FromUnits(Math.Max(0, memory - kept))),
        ]);
    }

    private static long Reserved(long amount, (long UpTo, double Share)[] slices)
    {
        var (reserved, from) = (0.0, 0L);
        foreach (var (upTo, share) in slices)
        {
            if (amount > from) reserved += (Math.Min(amount, upTo) - from) * share;
            from = upTo;
        }

        return (long)Math.Ceiling(reserved);
    }
}
