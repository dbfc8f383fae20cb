using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures;

/// <summary>Why the kernel killed containers, in a sentence each: on nodes that were full, and above their own limit.</summary>
internal sealed class MemoryReasons(RunRecorder run)
{
    private const int NamesMax = 3;

    private readonly MemoryFold _memory = run.Totals.Memory;

    public IEnumerable<string> All => new[] { Full(), AtLimit() }.OfType<string>();

    /// <summary>The answer says where and of whom.</summary>
    private string? Full() =>
        _memory.FirstFull is null
            ? null
            : "The scheduler goes by requests: what uses more memory than it asks for is not kept off a node that it fills.";

    private string? AtLimit() => _memory.KilledAtLimit.Count == 0
        ? null
        : $"The kernel killed {Counted(_memory.KilledAtLimit, "container", "containers")} for using more memory than their own limit.";

    /// <summary><c>12 pods (8 of web, 4 of db)</c>; <c>12 pods of web</c>.</summary>
    public static string Counted(IReadOnlyDictionary<string, int> counts, string one, string many)
    {
        var total = HumanNumber.Count(counts.Values.Sum(), one, many);
        if (counts.Count == 1) return $"{total} of {Names.Short(counts.Keys.Single())}";
        var worst = counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(NamesMax);
        return $"{total} ({string.Join(", ", worst.Select(entry => $"{HumanNumber.Count(entry.Value)} of {Names.Short(entry.Key)}"))}"
            + $"{(counts.Count > NamesMax ? ", ..." : "")})";
    }
}
