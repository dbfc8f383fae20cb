namespace Simulator.World.Traces.Packing;

/// <summary>First graphics processors that are shared already, then idle ones of machines in use, last those of idle machines.</summary>
/// <remarks>Weng et al., USENIX ATC 2023, baseline 4 (after MLaaS: Weng et al., NSDI 2022). Pods without any are left to the
/// names.</remarks>
internal sealed class GpuPackingPolicy : IPackingPolicy
{
    public string Name => "gpu-packing";

    public string About => "shared GPUs first, then idle ones beside them, then idle machines";

    public Machine Choose(IReadOnlyList<Machine> fitting, TracePod pod) => Best.Of(fitting, pod, Score);

    private static int Score(Machine machine, TracePod pod)
    {
        if (pod.Gpus == 0) return 0;
        var idle = machine.IdleGpus;
        if (idle == machine.Node.Gpus) return Math.Max(33 - idle, idle);
        var (free, idleNeeded) = Picked(machine, pod);
        return idleNeeded > 0 ? Math.Max(50 - idleNeeded, 33) : Math.Max(100 - (free / 100), 50);
    }

    /// <summary>The fullest that will do.</summary>
    /// <returns>Thousandths that are free of them, and how many of them are idle.</returns>
    private static (int Free, int Idle) Picked(Machine machine, TracePod pod)
    {
        Span<int> free = machine.FreeGpus.ToArray();
        free.Sort();
        var (sum, idle, left) = (0, 0, pod.Gpus);
        foreach (var device in free)
        {
            if (device < pod.MilliGpu) continue;
            sum += device;
            if (device == Machine.Whole) idle++;
            if (--left == 0) break;
        }

        return (sum, idle);
    }
}
