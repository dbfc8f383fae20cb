namespace Simulator.World.Traces.Packing;

/// <summary>The smallest product of what is free and what is asked for: it spares machines that are free of what few ask for.</summary>
/// <remarks>Weng et al., USENIX ATC 2023, baseline 3 (after Tetris: Grandl et al., SIGCOMM 2014).</remarks>
internal sealed class DotProductPolicy : IPackingPolicy
{
    public string Name => "dot-product";

    public string About => "the machine with the smallest product of what is free and what is asked for";

    public Machine Choose(IReadOnlyList<Machine> fitting, TracePod pod) => Best.Of(fitting, pod, Score);

    private static int Score(Machine machine, TracePod pod)
    {
        var cpu = machine.FreeMilliCpu / PaperScale.MilliCpu * (pod.MilliCpu / PaperScale.MilliCpu);
        var gpu = machine.FreeMilliGpu / PaperScale.MilliGpu * (pod.TotalMilliGpu / PaperScale.MilliGpu);
        return (int)(100 * (1 - ((cpu + gpu) / 2)));
    }
}
