using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>What was not acted upon, as the terminal tells it after the answer: what can change the answer, one line each.</summary>
internal static class OmissionLines
{
    private const int Shown = 5;

    public static IEnumerable<string> Of(Summary summary, int columns)
    {
        var decisive = OmissionTables.Decisive(summary);
        if (decisive.Count == 0) yield break;
        yield return "not acted upon, though it can change the answer:";
        foreach (var line in decisive.Take(Shown).SelectMany(row => Wrapping.Hang(
            "  ", $"{row.Subject} ({row.Place}): {row.Sentence}", columns)))
        {
            yield return line;
        }
        if (decisive.Count > Shown) yield return $"  and {HumanNumber.Count(decisive.Count - Shown)} more: see the report";
    }
}
