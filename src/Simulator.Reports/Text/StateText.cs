using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Statistics;
using Simulator.World.Observations;

namespace Simulator.Reports.Text;

/// <summary>
/// What became of the applications that keep data, in a few sentences: could they be written to, is the data there, are the pets back.
/// </summary>
public static class StateText
{
    /// <summary>More applications are counted: nobody reads on.</summary>
    private const int ApplicationsTold = 3;

    private const int PetsNamed = 3;

    /// <summary>"" if the run has none.</summary>
    public static string Of(Summary summary) => string.Join(" ", Sentences(summary));

    /// <summary>What the answer has not said yet.</summary>
    public static string After(Summary summary) =>
        string.Join(" ", Sentences(summary).Where(sentence => !summary.Answer.Contains(sentence, StringComparison.Ordinal)));

    private static List<string> Sentences(Summary summary)
    {
        var rows = summary.Stateful ?? [];
        var sentences = rows.Take(ApplicationsTold).Select(row => Sentence(summary, row)).ToList();
        if (rows.Count > ApplicationsTold)
        {
            sentences.Add($"{HumanNumber.Count(rows.Count - ApplicationsTold, "more application keeps", "more applications keep")} data.");
        }
        sentences.AddRange(Pets(summary));
        return sentences;
    }

    private static string Sentence(Summary summary, StatefulRow row) => Sentence(Names.Of(summary, row.Cluster, row.Workload), row);

    internal static string Sentence(string name, StatefulRow row)
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
    internal static string Trouble(StatefulRow row) => row.Kind switch
    {
        "quorum" => "had no quorum",
        "primary-replica" => "had no primary",
        _ => "missed a share of its data",
    };

    /// <summary><c>for 1 min 12 s</c>.</summary>
    internal static string Length(StatefulRow row)
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
        var count => $"data was lost {HumanNumber.Count(count)} times: {string.Join(", ", row.Losses.Distinct().Take(PetsNamed))}",
    };

    private static IEnumerable<string> Pets(Summary summary)
    {
        var pets = (summary.Pets ?? [])
            .OrderBy(row => row.Cluster, StringComparer.Ordinal)
            .ThenBy(row => row.Set, StringComparer.Ordinal)
            .ThenBy(row => row.Ordinal)
            .ToList();
        var overlaps = Overlaps(summary).ToList();
        var unready = Unready(summary, [.. pets.Where(row => row.RanOn)]);
        var back = Back(summary, [.. pets.Where(row => row is { BackAt: not null, RanOn: false, AwayAtEnd: null })]);
        var away = Away(summary, [.. pets.Where(row => row is { AwayAtEnd: not null } and not { BackAt: null, RanOn: true })]);
        var never = Never(summary, [.. pets.Where(row => row.Absences == 0)]);
        var told = new[] { unready, back, away, never }.Where(text => text.Length > 0).ToList();
        if (told.Count > 0 && overlaps.Count == 0 && (unready + back + away).Length > 0) told[^1] += "; no identity ran twice";
        return told.Select(text => text + ".").Concat(overlaps);
    }

    /// <summary>They ran: nobody has to come back.</summary>
    private static string Unready(Summary summary, PetRow[] rows)
    {
        if (rows.Length == 0) return "";
        var (who, were, they) = rows.Length switch
        {
            1 => (Listed(summary, rows), "was", "it"),
            <= PetsNamed => (Listed(summary, rows), "were", "they"),
            _ => ($"{HumanNumber.Count(rows.Length)} pets", "were", "they"),
        };
        var service = Array.TrueForAll(rows, row => row.KeptItsService)
            ? "called not ready"
            : $"out of {(rows.Length == 1 ? "its" : "their")} service";
        return $"{who} {were} {service} for "
            + $"{Range(rows)}{(Array.TrueForAll(rows, row => row.BackAt is null) ? ", to the end of the run," : "")} although {they} ran "
            + "all the time";
    }

    private static string Back(Summary summary, PetRow[] rows) => rows.Length switch
    {
        0 => "",
        <= PetsNamed => $"{Listed(summary, rows)} came back after {Join([.. rows.Select(row => HumanTime.Long(row.Absence))])}",
        _ => $"{HumanNumber.Count(rows.Length)} pets came back after {Range(rows)}",
    };

    private static string Away(Summary summary, PetRow[] rows) => rows.Length switch
    {
        0 => "",
        1 => $"{Listed(summary, rows)} was not back when the run ended, {HumanTime.Long(rows[0].AwayAtEnd ?? 0)} after it went",
        <= PetsNamed =>
            $"{Listed(summary, rows)} were not back when the run ended, {HumanTime.Long(rows.Max(row => row.AwayAtEnd ?? 0))} after the "
                + "first went",
        _ => $"{HumanNumber.Count(rows.Length)} pets were not back when the run ended, "
            + $"{HumanTime.Long(rows.Max(row => row.AwayAtEnd ?? 0))} after the first went",
    };

    private static string Never(Summary summary, PetRow[] rows) => rows.Length switch
    {
        0 => "",
        <= PetsNamed => $"{Listed(summary, rows)} never became ready",
        _ => $"{HumanNumber.Count(rows.Length)} pets never became ready",
    };

    private static IEnumerable<string> Overlaps(Summary summary)
    {
        var rows = summary.Overlaps ?? [];
        if (rows.Count > 0) yield return Overlaps(rows, Names.Of(summary, rows[0].Cluster, rows[0].Pet));
    }

    /// <param name="pet">The first one's name.</param>
    internal static string Overlaps(IReadOnlyList<OverlapRow> rows, string pet)
    {
        var worst = rows[0];
        var places = worst.NewNode.Length == 0 ? "" : $", {OverlapPlaces.Told(worst.OldNode, worst.NewNode)}";
        var length = $"for {HumanTime.Long(worst.Seconds)}{(worst.IsOver ? "" : ", to the end of the run")}";
        if (rows.Count == 1) return $"{pet} ran twice at once {length}{places}.";
        return $"{HumanNumber.Count(rows.Count)} times an identity ran twice at once; longest {pet}, {length}{places}.";
    }

    private static string Range(PetRow[] rows)
    {
        var (least, most) = (HumanTime.Long(rows.Min(row => row.Absence)), HumanTime.Long(rows.Max(row => row.Absence)));
        return least == most ? least : $"{least} to {most}";
    }

    private static string Listed(Summary summary, PetRow[] rows) => Join([.. rows.Select(row => Names.Of(summary, row.Cluster, row.Pet))]);

    private static string Join(string[] parts) => parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
}
