namespace Simulator.Reports;

/// <summary>What the memory of nodes cost, in a sentence each: nodes that were full, containers above their own limit, kubelets that evicted.</summary>
internal sealed class MemoryReasons(RunRecorder run)
{
    private const int NamesMax = 3;

    private readonly MemoryFold _memory = run.Totals.Memory;

    public IEnumerable<string> All => new[] { Full(), AtLimit(), Evicted() }.OfType<string>();

    private string? Full()
    {
        if (_memory.FirstFull is not { } first) return null;
        var nodes = HumanNumber.Count(_memory.FullNodes, "node", "nodes");
        return $"The memory of {nodes} was full: the kernel killed {Containers(_memory.KilledOnFullNodes)}, the first on {first.Node} at {HumanTime.Clock(first.At.TotalSeconds)}. "
            + "The scheduler goes by requests: what uses more than it asks for is not kept off a node that it fills.";
    }

    private string? AtLimit() => _memory.KilledAtLimit.Count == 0
        ? null
        : $"The kernel killed {Containers(_memory.KilledAtLimit)} for using more memory than their own limit.";

    private string? Evicted()
    {
        if (_memory.Evicted.Count == 0) return null;
        var refused = _memory.RefusedForMemory == 0 ? "" : $", and refused {HumanNumber.Count(_memory.RefusedForMemory, "best-effort pod", "best-effort pods")} that came before the API knew";
        return $"{HumanNumber.Count(_memory.PressedNodes, "node", "nodes")} ran short of memory: kubelets evicted {Counted(_memory.Evicted, "pod", "pods")}{refused}.";
    }

    private static string Containers(IReadOnlyDictionary<string, int> counts) => Counted(counts, "container", "containers");

    /// <summary><c>12 pods (8 of web, 4 of db)</c>; <c>12 pods of web</c>.</summary>
    private static string Counted(IReadOnlyDictionary<string, int> counts, string one, string many)
    {
        var total = HumanNumber.Count(counts.Values.Sum(), one, many);
        if (counts.Count == 1) return $"{total} of {Names.Short(counts.Keys.Single())}";
        var worst = counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(NamesMax);
        return $"{total} ({string.Join(", ", worst.Select(entry => $"{HumanNumber.Count(entry.Value)} of {Names.Short(entry.Key)}"))}{(counts.Count > NamesMax ? ", ..." : "")})";
    }
}
