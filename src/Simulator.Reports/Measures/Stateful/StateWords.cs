using Simulator.Reports.Statistics;
using Simulator.World.Observations;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>What became of one application that keeps data, in words.</summary>
internal static class StateWords
{
    private const int LossesTold = 3;

    public static string Sentence(string name, StatefulRow row)
    {
        if (!row.WasWritable) return $"{name} never took a write.";
        var trouble = row.TimesNotWritable == 0 ? $"{name} took writes all the time" : $"{name} {Trouble(row)} {Length(row)}";
        var refused = row.WritesRefused == 0 ? "" : $", {HumanNumber.Count(row.WritesRefused, "write was", "writes were")} refused";
        var started = row.CompleteAt is { } complete
            ? $" The last of its {HumanNumber.Count(row.Members, "member", "members")} joined at {HumanTime.Clock(complete)}."
            : "";
        return $"{trouble}{refused}; {Loss(row)}.{started}";
    }

    /// <summary>A predicate: <c>had no quorum</c>.</summary>
    public static string Trouble(StatefulRow row) => row.Kind switch
    {
        "quorum" => "had no quorum",
        "primary-replica" => "had no primary",
        _ => "missed a share of its data",
    };

    /// <summary><c>for 1 min 12 s</c>.</summary>
    public static string Length(StatefulRow row)
    {
        var (total, longest) = (HumanTime.Long(row.SecondsNotWritable), HumanTime.Long(row.LongestNotWritable));
        var times = row.TimesNotWritable == 1
            ? $"for {total}"
            : $"{HumanNumber.Count(row.TimesNotWritable)} times, for {total} in all (longest {longest})";
        return row.IsWritable ? times : $"{times}, to the end of the run";
    }

    private static string Loss(StatefulRow row) => row.Losses.Count switch
    {
        0 => "no data was lost",
        1 => $"{row.Losses[0]} {(row.Losses[0].EndsWith('s') ? "were" : "was")} lost",
        var count => $"data was lost {HumanNumber.Count(count)} times: {string.Join(", ", row.Losses.Distinct().Take(LossesTold))}",
    };

    /// <param name="pet">The first one's name.</param>
    public static string Overlaps(IReadOnlyList<OverlapRow> rows, string pet)
    {
        var worst = rows[0];
        var places = worst.NewNode.Length == 0 ? "" : $", {OverlapPlaces.Told(worst.OldNode, worst.NewNode)}";
        var length = $"for {HumanTime.Long(worst.Seconds)}{(worst.IsOver ? "" : ", to the end of the run")}";
        if (rows.Count == 1) return $"{pet} ran twice at once {length}{places}.";
        return $"{HumanNumber.Count(rows.Count)} times an identity ran twice at once; longest {pet}, {length}{places}.";
    }
}
