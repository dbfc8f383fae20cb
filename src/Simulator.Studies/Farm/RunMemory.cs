namespace Simulator.Studies.Farm;

/// <summary>How many runs the memory holds at once. Not for several threads at once.</summary>
/// <param name="used">Bytes of the heap now.</param>
/// <param name="budget">Bytes that all runs together may take.</param>
internal sealed class RunMemory(Func<long> used, long budget)
{
    /// <summary>Before any run has ended: nobody knows what one needs.</summary>
    private const int UnknownMax = 8;

    /// <summary>The rest is for what a run needs in its middle and not at its end, and for others on the machine.</summary>
    private const double Share = 0.7;

    private readonly long _before = used();
    private long _need;

    public RunMemory()
        : this(() => GC.GetTotalMemory(forceFullCollection: false), Free())
    {
    }

    /// <summary>Whether one more may begin beside those that run. One always may.</summary>
    public bool HasRoom(int running) => running == 0 || (_need == 0 ? running < UnknownMax : (running + 1) * _need <= budget);

    /// <summary>A run ends: it and those beside it hold what there is.</summary>
    /// <param name="running">With the one that ends.</param>
    public void Note(int running) => _need = Math.Max(_need, Math.Max(1, (used() - _before) / Math.Max(1, running)));

    /// <summary>Of the machine, or of what the process may have of it.</summary>
    private static long Free()
    {
        var info = GC.GetGCMemoryInfo();
        return (long)(Share * Math.Max(0, info.TotalAvailableMemoryBytes - info.MemoryLoadBytes));
    }
}
