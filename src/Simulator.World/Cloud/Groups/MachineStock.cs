using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.World.Cloud.Groups;

/// <summary>Whether the cloud has a machine to give: its API, its stock, and the quota of CPUs.</summary>
/// <param name="canBoot">It is up and has machines at all.</param>
/// <param name="hasStockOf">It has machines of this type in this zone.</param>
internal sealed class MachineStock(CloudOptions options, Func<bool> canBoot, Func<string, string, bool> hasStockOf)
{
    private long _milliCpu;

    /// <summary>Why there is none for it now; "" if there is one.</summary>
    public string Refusal(CloudMachine machine)
    {
        var pool = machine.Group.Pool;
        if (!canBoot()) return "the cloud has no machines to give";
        if (!hasStockOf(machine.Zone, pool.StockName))
        {
            return $"ZONE_RESOURCE_POOL_EXHAUSTED: no {pool.StockName} in {machine.Zone}";
        }

        return options.CpuQuota > 0 && _milliCpu + CpuOf(pool) > options.CpuQuota * 1000L
            ? $"QUOTA_EXCEEDED: CPUS, limit {options.CpuQuota}"
            : "";
    }

    public void Take(NodePoolSpec pool) => _milliCpu += CpuOf(pool);

    public void GiveBack(NodePoolSpec pool) => _milliCpu -= CpuOf(pool);

    private static long CpuOf(NodePoolSpec pool) => pool.Capacity.MilliValue(ResourceNames.Cpu);
}
