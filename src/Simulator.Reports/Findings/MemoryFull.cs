using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Nodes whose memory was full, and what their kernels and kubelets did about it.</summary>
internal sealed class MemoryFull(RunStory story)
{
    private readonly MemoryFold _memory = story.Run.Totals.Memory;

    public static FindingKind Kind { get; } = new(
        "memory-full",
        "The memory of a node was full: its kernel killed containers, or its kubelet evicted or refused pods.",
        "30 for each container and pod.",
        story => new MemoryFull(story).Find());

    private IEnumerable<Finding> Find() =>
        _memory.Lost == 0
            ? []
            : [new Finding(
                Kind.Name, FindingCost.Nuisance * _memory.Lost,
                $"{Where()}: {string.Join("; ", new[] { Killed(), Kubelets() }.OfType<string>())}.", Subject())];

    private string Where() => _memory.FirstFull is null
        ? $"{HumanNumber.Count(_memory.PressedNodes, "node", "nodes")} ran short of memory"
        : $"The memory of {HumanNumber.Count(_memory.FullNodes, "node", "nodes")} was full";

    private string? Killed() => _memory.FirstFull is { } first
        ? $"the kernel killed {MemoryReasons.Counted(_memory.KilledOnFullNodes, "container", "containers")}, the first on {first.Node} "
            + $"at {HumanTime.Clock(first.At.TotalSeconds)}"
        : null;

    private string? Kubelets()
    {
        var evicted = _memory.Evicted.Count == 0 ? "" : $"evicted {MemoryReasons.Counted(_memory.Evicted, "pod", "pods")}";
        var refused = _memory.RefusedForMemory == 0
            ? ""
            : $"refused {HumanNumber.Count(_memory.RefusedForMemory, "best-effort pod", "best-effort pods")} that came before the API knew";
        var all = string.Join(", and ", new[] { evicted, refused }.Where(part => part.Length > 0));
        return all.Length == 0 ? null : $"kubelets {all}";
    }

    /// <summary>Who lost most.</summary>
    private string Subject() =>
        _memory.KilledOnFullNodes.Concat(_memory.Evicted)
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry.Key)
            .FirstOrDefault("");
}
