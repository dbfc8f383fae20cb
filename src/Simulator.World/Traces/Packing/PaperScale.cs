namespace Simulator.World.Traces.Packing;

/// <summary>The largest machine of the paper, by which its scores are scaled (Weng et al., USENIX ATC 2023, artifact).</summary>
internal static class PaperScale
{
    public const double MilliCpu = 128_000;

    public const double MilliGpu = 8_000;
}
