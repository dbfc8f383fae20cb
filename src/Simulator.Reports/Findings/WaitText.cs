using Simulator.Reports.Statistics;
using Simulator.World.Explanation.Endings;

namespace Simulator.Reports.Findings;

/// <summary>What pods of a workload wait for, in a clause.</summary>
internal static class WaitText
{
    private const int ReasonsMax = 2;

    /// <summary><c>Insufficient CPU, each wants 1500m, ...</c>; several reasons are counted; "" without any.</summary>
    public static string Of(IReadOnlyList<WaitingGroup> groups)
    {
        if (groups.Count == 0) return "";
        if (groups.Count == 1) return groups[0].Why;
        var told = groups.Take(ReasonsMax).Select(group => $"{HumanNumber.Count(group.Count)}: {group.Why}");
        var rest = groups.Count - ReasonsMax;
        return string.Join("; ", told) + (rest > 0 ? $"; {HumanNumber.Count(rest, "other reason", "other reasons")}" : "");
    }
}
