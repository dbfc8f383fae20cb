namespace Simulator.Reports.Measures.Money;

/// <summary>
/// Which part of its machine's price a pod's requests are. A machine's price is that of its CPU and of its memory, which are weighed as the
/// list prices of custom machines are (OpenCost's defaults, GCE 2020: $0.031611 for a vCPU and $0.004237 for a GiB an hour).
/// </summary>
internal static class PodShare
{
    private const double DollarsACore = 0.031611;
    private const double DollarsAGiB = 0.004237;

    /// <returns>Of the price, from 0; pods that ask for all that a node can give are 1.</returns>
    public static double Of(PodLife pod, NodeLife node)
    {
        var (cpu, memory) = (node.MilliCpu / 1000.0 * DollarsACore, node.Memory / (double)(1L << 30) * DollarsAGiB);
        if (cpu + memory <= 0) return 0;
        var requested = (pod.MilliCpu / 1000.0 * DollarsACore) + (pod.Memory / (double)(1L << 30) * DollarsAGiB);
        return requested / (cpu + memory);
    }
}
