namespace Simulator.Reports.Measures;

/// <summary>A zone over a run: its machines and what is asked of them. Clusters that share a zone's name share its numbers.</summary>
public sealed class ZoneLife(string name)
{
    public string Name => name;

    public int Nodes { get; internal set; }

    /// <summary>Pods bound to its nodes and not removed, now.</summary>
    public int Pods { get; internal set; }

    // 128 bits: a request may be as large as an int64, where the sums of 1.3.10 wrap around.
    private Int128 AllocatableMilliCpu { get; set; }

    private Int128 AllocatableMemory { get; set; }

    private Int128 RequestedMilliCpu { get; set; }

    private Int128 RequestedMemory { get; set; }

    /// <summary>
    /// Share of the allocatable CPU that unfinished pods on its nodes request, now; nodes that are down count while their objects exist.
    /// </summary>
    public double CpuUtilization => AllocatableMilliCpu == 0 ? 0 : (double)RequestedMilliCpu / (double)AllocatableMilliCpu;

    public double MemoryUtilization => AllocatableMemory == 0 ? 0 : (double)RequestedMemory / (double)AllocatableMemory;

    /// <summary>When the clusters' start was done.</summary>
    public double CpuUtilizationAtStart { get; private set; }

    public double MemoryUtilizationAtStart { get; private set; }

    public int PodsAtStart { get; private set; }

    internal void KeepStart() => (CpuUtilizationAtStart, MemoryUtilizationAtStart, PodsAtStart) = (CpuUtilization, MemoryUtilization, Pods);

    internal void Add(NodeLife node, int sign)
    {
        Nodes += sign;
        AllocatableMilliCpu += (Int128)sign * node.MilliCpu;
        AllocatableMemory += (Int128)sign * node.Memory;
    }

    internal void Add(PodLife pod, int sign)
    {
        Pods += sign;
        if (!pod.IsFinished) Request(pod, sign);
    }

    /// <summary>A pod that has finished is still there and needs nothing any more; to be told before it counts as finished.</summary>
    internal void Finish(PodLife pod)
    {
        if (!pod.IsFinished) Request(pod, -1);
    }

    private void Request(PodLife pod, int sign)
    {
        RequestedMilliCpu += (Int128)sign * pod.MilliCpu;
        RequestedMemory += (Int128)sign * pod.Memory;
    }
}
