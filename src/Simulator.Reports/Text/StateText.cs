using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

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
        var sentences = rows.Take(ApplicationsTold)
            .Select(row => StateWords.Sentence(summary.NameOf(row.Cluster, row.Workload), row))
            .ToList();
        if (rows.Count > ApplicationsTold)
        {
            sentences.Add($"{HumanNumber.Count(rows.Count - ApplicationsTold, "more application keeps", "more applications keep")} data.");
        }
        sentences.AddRange(Pets(summary));
        return sentences;
    }

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
        if (rows.Count > 0) yield return StateWords.Overlaps(rows, summary.NameOf(rows[0].Cluster, rows[0].Pet));
    }

    private static string Range(PetRow[] rows)
    {
        var (least, most) = (HumanTime.Long(rows.Min(row => row.Absence)), HumanTime.Long(rows.Max(row => row.Absence)));
        return least == most ? least : $"{least} to {most}";
    }

    private static string Listed(Summary summary, PetRow[] rows) => Join([.. rows.Select(row => summary.NameOf(row.Cluster, row.Pet))]);

    private static string Join(string[] parts) => parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
}
