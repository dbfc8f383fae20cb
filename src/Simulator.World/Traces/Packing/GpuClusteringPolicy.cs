namespace Simulator.World.Traces.Packing;

/// <summary>Pods that ask for as many graphics processors stand together; among such machines the fullest.</summary>
/// <remarks>Weng et al., USENIX ATC 2023, baseline 5 (after Gandiva: Xiao et al., OSDI 2018). Pods without any are left to the names.
/// </remarks>
internal sealed class GpuClusteringPolicy : IPackingPolicy
{
    public string Name => "gpu-clustering";

    public string About => "beside pods that ask for as many GPUs";

    public Machine Choose(IReadOnlyList<Machine> fitting, TracePod pod) => Best.Of(fitting, pod, Score);

    private static int Score(Machine machine, TracePod pod)
    {
        if (pod.Gpus == 0) return 0;
        var used = (int)(25 * (PaperScale.MilliGpu - machine.FreeMilliGpu) / PaperScale.MilliGpu);
        if (machine.Tags.Count == 0) return 25 + used;
        if (!machine.Tags.ContainsKey(Machine.TagOf(pod))) return used;
        return machine.Tags.Count == 1 ? 75 + used : 50 + used;
    }
}
