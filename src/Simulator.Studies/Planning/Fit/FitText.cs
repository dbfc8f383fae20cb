using Simulator.Reports.Html.Studies;
using Simulator.Reports.Statistics;
using Simulator.Studies.Results;
using Simulator.World.Explanation.Packing;

namespace Simulator.Studies.Planning.Fit;

/// <summary>An answer of <see cref="FitPlan"/> in lines: first the answer, then the table.</summary>
public static class FitText
{
    /// <summary>Rows of losses beyond so many are told by the fewest copies among them.</summary>
    private const int ShownMax = 12;

    /// <summary>Workloads without a place that are told for each loss.</summary>
    private const int NamedMax = 3;

    private static readonly StudyColumn[] Columns =
    [
        StudyColumn.Text("after losing"),
        StudyColumn.Number("copies"),
        StudyColumn.Number("pods"),
        StudyColumn.Number("moved"),
        StudyColumn.Number("no place"),
        StudyColumn.Number("CPU"),
        StudyColumn.Number("memory"),
        StudyColumn.Text("the next pod of"),
        StudyColumn.Text("finds no place"),
    ];

    public static IEnumerable<string> Lines(FitAnswer answer)
    {
        yield return Answer(answer);
        foreach (var sentence in Homeless(answer)) yield return sentence;
        yield return "";
        var shown = Shown(answer);
        foreach (var line in TextRows.Of(Columns, [.. shown.Select(Row)])) yield return line;
        if (shown.Count <= answer.AfterLosses.Count)
        {
            yield return $"and {HumanNumber.Count(answer.AfterLosses.Count + 1 - shown.Count)} more losses, each of which leaves at "
                + "least "
                + Copies(shown[^1].Copies);
        }

        yield return "";
        yield return HowCounted(answer);
    }

    private static string Answer(FitAnswer answer)
    {
        var now = $"{Copies(answer.Now.Copies)} {(answer.Now.Copies == 1 ? "fits" : "fit")} now";
        if (answer.AfterLosses.Count == 0) return $"{now}.";
        var worst = answer.Worst;
        return answer.AfterLosses.All(room => room.Copies == worst.Copies)
            ? $"{now}, {HumanNumber.Count(worst.Copies)} after {(answer.AfterLosses.Count == 1 ? "" : "any one of the losses: ")}"
                + $"{(answer.AfterLosses.Count == 1 ? $"losing {worst.Lost}" : Listed(answer.AfterLosses))}."
            : $"{now}, at least {HumanNumber.Count(worst.Copies)} after any one of the losses (fewest: {worst.Lost}).";
    }

    private static string Listed(IReadOnlyList<Room> rooms) => rooms.Count <= 4
        ? string.Join(", ", rooms.Select(room => room.Lost))
        : $"{rooms[0].Lost} and {HumanNumber.Count(rooms.Count - 1)} others";

    /// <summary>A row for each loss, or for the worst of them if they are many.</summary>
    private static List<Room> Shown(FitAnswer answer) => answer.AfterLosses.Count <= ShownMax
        ? [.. answer.All]
        : [answer.Now, .. answer.AfterLosses.OrderBy(room => room.Copies).ThenByDescending(room => room.HomelessCount).Take(ShownMax)];

    private static IEnumerable<string> Homeless(FitAnswer answer)
    {
        foreach (var room in Shown(answer).Where(room => room.HomelessCount > 0))
        {
            var named = room.Homeless.Take(NamedMax).Select(pods => $"{HumanNumber.Count(pods.Count)} of {pods.Title} ({Why(pods.End)})");
            var more = room.Homeless.Count > NamedMax ? $" and {HumanNumber.Count(room.Homeless.Count - NamedMax)} more workloads" : "";
            yield return $"{(room.NodesLost == 0 ? "Already now" : $"After losing {room.Lost}")} "
                + $"{HumanNumber.Count(room.HomelessCount, "pod finds", "pods find")} no place: {string.Join(", ", named)}{more}.";
        }
    }

    private static string[] Row(Room room) =>
    [
        room.Lost,
        HumanNumber.Count(room.Copies),
        HumanNumber.Count(room.Pods),
        HumanNumber.Count(room.Moved),
        HumanNumber.Count(room.HomelessCount),
        HumanNumber.Percent(room.Fullness.Cpu),
        HumanNumber.Percent(room.Fullness.Memory),
        room.End.Workload,
        End(room.End),
    ];

    private static string Copies(long count) => HumanNumber.Count(count, "more copy", "more copies");

    private static string Why(PackingEnd end) => end.Nodes.Count > 0 ? end.Reason : $"{end.Reason}: {end.Detail}".TrimEnd(' ', ':');

    /// <summary>
    /// What each part of the nodes has against the next pod: <c>Insufficient CPU on 20 nodes of b, c (wants 500m, ...)</c>.
    /// </summary>
    private static string End(PackingEnd end) => end.Nodes.Count == 0
        ? Why(end)
        : string.Join("; ", end.Nodes.Select(nodes =>
            $"{nodes.Reason} on {HumanNumber.Count(nodes.Count, "node", "nodes")}{Zones(nodes)}"
                + (nodes.Detail.Length > 0 ? $" ({nodes.Detail})" : "")));

    private static string Zones(RejectedNodes nodes) =>
        nodes.Zones.All(zone => zone.Length == 0) ? "" : $" of {string.Join(", ", nodes.Zones)}";

    private static string HowCounted(FitAnswer answer)
    {
        var gone = answer.AfterLosses.Max(room => (int?)room.Gone) ?? 0;
        return "Counted with the scheduler's own decisions, one pod after the other, on the cluster as it stands: first pods that wait, "
            + "then "
            + "the pods of what is lost as their controllers make them again, then copies until a pod finds no place. The shares of CPU "
            + "and "
            + "memory are of what is requested then, on the nodes that are left."
            + (gone == 0 ? "" : $" Up to {HumanNumber.Count(gone, "pod has", "pods have")} no controller and would be gone.");
    }
}
