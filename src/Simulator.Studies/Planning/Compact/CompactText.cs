using Simulator.Reports.Html.Studies;
using Simulator.Reports.Statistics;
using Simulator.Studies.Results;
using Simulator.World.Explanation.Packing;

namespace Simulator.Studies.Planning.Compact;

/// <summary>An answer of <see cref="CompactPlan"/> in lines: first the answer, then the table.</summary>
public static class CompactText
{
    private const int NamedMax = 3;

    private static readonly StudyColumn[] Columns =
    [
        StudyColumn.Text("pool"),
        StudyColumn.Text("machine type"),
        StudyColumn.Number("machines now"),
        StudyColumn.Number("would do"),
        StudyColumn.Number("fewer"),
        StudyColumn.Number("$ an hour now"),
        StudyColumn.Number("then"),
    ];

    public static IEnumerable<string> Lines(CompactAnswer answer)
    {
        if (answer.Trials.Count == 0)
        {
            yield return $"No machine can be spared: {HumanNumber.Count(Sum(answer.Ends), "pod finds", "pods find")} no place already "
                + $"(allowed are {HumanNumber.Count(answer.UnplacedMax)}): {Named(answer.Ends)}.";
            yield break;
        }

        yield return Answer(answer);
        yield return $"With one machine fewer {Ends(answer)}.";
        yield return "";
        foreach (var line in TextRows.Of(Columns, [.. answer.Pools.Select(Row)])) yield return line;
        yield return "";
        yield return HowCounted(answer);
    }

    private static string Answer(CompactAnswer answer)
    {
        var money = answer is { DollarsNow: { } now, DollarsThen: { } then }
            ? $": {HumanNumber.Dollars(then)} an hour instead of {HumanNumber.Dollars(now)}"
            : "";
        var share = answer.MachinesNow == 0 ? 0 : 1 - ((double)answer.Machines / answer.MachinesNow);
        return $"{HumanNumber.Count(answer.Machines)} of {HumanNumber.Count(answer.MachinesNow, "machine", "machines")} would do "
            + $"({HumanNumber.Percent(share)} fewer){money}.";
    }

    private static string Ends(CompactAnswer answer)
    {
        var unplaced = Sum(answer.Ends);
        return unplaced <= answer.UnplacedMax
            ? "all find a place again: at this edge it depends on which machines are left"
            : $"{HumanNumber.Count(unplaced, "pod finds", "pods find")} no place (allowed are {HumanNumber.Count(answer.UnplacedMax)}): "
                + Named(answer.Ends);
    }

    private static string Named(IReadOnlyList<UnplacedPods> unplaced)
    {
        var named = unplaced.Take(NamedMax).Select(pods =>
            $"{HumanNumber.Count(pods.Count)} of {pods.Title} "
                + $"({pods.End.Reason}{(pods.End.Detail.Length > 0 ? ", " + pods.End.Detail : "")})");
        return string.Join("; ", named) + (unplaced.Count > NamedMax ? $"; and {unplaced.Count - NamedMax} more workloads" : "");
    }

    private static int Sum(IEnumerable<UnplacedPods> unplaced) => unplaced.Sum(pods => pods.Count);

    private static string[] Row(PoolChange pool) =>
    [
        pool.Pool,
        pool.MachineType,
        HumanNumber.Count(pool.Now),
        HumanNumber.Count(pool.Then),
        HumanNumber.Count(pool.Now - pool.Then),
        HumanNumber.Dollars(pool.Now * pool.PricePerHour),
        HumanNumber.Dollars(pool.Then * pool.PricePerHour),
    ];

    private static string HowCounted(CompactAnswer answer) =>
        $"{answer.Trials.Count} trials needed {HumanNumber.Count(answer.Trials.Min())} to {HumanNumber.Count(answer.Trials.Max())} "
            + "machines; "
        + "the answer is the 90th percentile. Each removes machines in a drawn order and places all pods anew with the scheduler's own "
        + $"decisions, as long as at most {HumanNumber.Percent(CompactPlan.UnplacedShare)} of the pods find no place "
        + $"({HumanNumber.Count(answer.Packings)} packings). No room is kept for outages, rollouts or growth: simulator plan STUDY.yaml "
        + "asks for those."
        + (answer.PinnedNodes == 0 ? "" : $" {HumanNumber.Count(answer.PinnedNodes, "machine stays", "machines stay")} because users have "
            + "chosen it for a pod.");
}
