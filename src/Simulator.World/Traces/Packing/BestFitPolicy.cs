namespace Simulator.World.Traces.Packing;

/// <summary>The least is left over: CPU and graphics processors weigh the same.</summary>
/// <remarks>Weng et al., Beware of Fragmentation, USENIX ATC 2023, baseline 2; scaled by 128 CPUs and 8 graphics processors.</remarks>
internal sealed class BestFitPolicy : IPackingPolicy
{
    public string Name => "best-fit";

    public string About => "the machine on which least is left over, CPU and GPUs weighing the same";

    public Machine Choose(IReadOnlyList<Machine> fitting, TracePod pod) => Best.Of(fitting, pod, Score);

    private static int Score(Machine machine, TracePod pod)
    {
        var cpu = (machine.FreeMilliCpu - pod.MilliCpu) / PaperScale.MilliCpu;
        var gpu = (machine.FreeMilliGpu - pod.TotalMilliGpu) / PaperScale.MilliGpu;
        return (int)(100 * (1 - (0.5 * cpu) - (0.5 * gpu)));
    }
}
