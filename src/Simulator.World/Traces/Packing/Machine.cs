namespace Simulator.World.Traces.Packing;

/// <summary>A node with what is free on it, graphics processor by graphics processor.</summary>
public sealed class Machine
{
    /// <summary>A whole graphics processor, in thousandths.</summary>
    public const int Whole = 1000;

    private readonly int[] _freeGpus;
    private readonly SortedDictionary<string, int> _tags = new(StringComparer.Ordinal);

    internal Machine(TraceNode node)
    {
        Node = node;
        (FreeMilliCpu, FreeMemory, FreeMilliGpu) = (node.MilliCpu, node.Memory, (long)node.Gpus * Whole);
        _freeGpus = new int[node.Gpus];
        Array.Fill(_freeGpus, Whole);
    }

    public TraceNode Node { get; }

    public string Name => Node.Name;

    public long FreeMilliCpu { get; private set; }

    /// <summary>Bytes.</summary>
    public long FreeMemory { get; private set; }

    public long FreeMilliGpu { get; private set; }

    /// <summary>Thousandths that are free of each graphics processor, in their order.</summary>
    public ReadOnlySpan<int> FreeGpus => _freeGpus;

    /// <summary>Those that nobody uses.</summary>
    public int IdleGpus => _freeGpus.Count(free => free == Whole);

    /// <summary>What the pods with graphics processors on it are like, with their numbers.</summary>
    public IReadOnlyDictionary<string, int> Tags => _tags;

    /// <summary><c>share-gpu</c>, <c>1-gpu</c>, <c>8-gpu</c>; "" of a pod without any.</summary>
    public static string TagOf(TracePod pod) => pod.Gpus == 0 ? "" : pod.SharesGpu ? "share-gpu" : $"{pod.Gpus}-gpu";

    public bool Fits(TracePod pod) =>
        FreeMilliCpu >= pod.MilliCpu && FreeMemory >= pod.Memory && (pod.Gpus == 0 || (HasModel(pod) && HasDevices(pod)));

    internal void Add(TracePod pod, int[] devices)
    {
        Count(pod, devices, -1);
        if (TagOf(pod) is { Length: > 0 } tag) _tags[tag] = _tags.GetValueOrDefault(tag) + 1;
    }

    internal void Remove(TracePod pod, int[] devices)
    {
        Count(pod, devices, 1);
        if (TagOf(pod) is { Length: > 0 } tag && --_tags[tag] == 0) _tags.Remove(tag);
    }

    private void Count(TracePod pod, int[] devices, int sign)
    {
        FreeMilliCpu += sign * pod.MilliCpu;
        FreeMemory += sign * pod.Memory;
        FreeMilliGpu += sign * pod.TotalMilliGpu;
        foreach (var device in devices) _freeGpus[device] += sign * pod.MilliGpu;
    }

    private bool HasModel(TracePod pod) => pod.GpuModels.Count == 0 || pod.GpuModels.Contains(Node.GpuModel, StringComparer.Ordinal);

    private bool HasDevices(TracePod pod)
    {
        var enough = 0;
        foreach (var free in _freeGpus)
        {
            if (free >= pod.MilliGpu && ++enough == pod.Gpus) return true;
        }

        return false;
    }
}
