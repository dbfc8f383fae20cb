namespace Simulator.Cli.Bench;

/// <param name="Ratio">CPU time of a pod of the larger cluster, in those of a pod of the smaller one.</param>
/// <param name="Allowed">What it may be.</param>
public sealed record ScaleBenchResult(IReadOnlyList<ScaleSize> Sizes, double Ratio, double Allowed);

/// <summary>One run.</summary>
/// <param name="CpuSeconds">Of the whole process, garbage collection included.</param>
/// <param name="StartCpuSeconds">Of that, until the settled cluster stood.</param>
/// <param name="PeakBytes">Largest working set of the process so far.</param>
/// <param name="LiveBytesPerPod">What is kept at the end of the run: objects, nodes, programs and measures.</param>
/// <param name="AllocatedBytesPerPod">In the whole run.</param>
public sealed record ScaleSize(
    int Nodes,
    int Pods,
    double CpuSeconds,
    double StartCpuSeconds,
    double CpuMicrosecondsPerPod,
    long PeakBytes,
    double LiveBytesPerPod,
    double AllocatedBytesPerPod,
    long Events,
    string Digest);
