using Simulator.Reports.Comparison.Texts;
using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison.Histories;

/// <summary>A history on a terminal: a line for each measure that changed.</summary>
public static class HistoryText
{
    private const string Heights = "▁▂▃▄▅▆▇█";

    public static IEnumerable<string> Lines(BaselineHistory history)
    {
        var (first, last) = (history.Baselines[0], history.Baselines[^1]);
        yield return $"{last.Header.Scenario}: {HumanNumber.Count(history.Baselines.Count, "baseline", "baselines")}, "
            + $"{first.Name} to {last.Name}";
        yield return "";
        var changed = history.Measures.Where(measure => measure.HasChanged).ToList();
        var width = changed.Select(measure => measure.Measure.Length).DefaultIfEmpty().Max() + 3;
        foreach (var measure in changed)
        {
            yield return $"{measure.Measure.PadRight(width)}{Curve(measure)}   {Ends(measure)}{Changes(history, measure)}";
        }
        var others = history.Measures.Count - changed.Count;
        yield return changed.Count == 0
            ? $"None of {HumanNumber.Count(others, "measure", "measures")} changed from one baseline to the next by more than is allowed."
            : $"{HumanNumber.Count(others, "other measure", "other measures")} stayed as they were.";
    }

    /// <summary>A block a baseline, from the lowest to the highest value; a blank where there is none.</summary>
    private static string Curve(MeasureHistory measure)
    {
        var values = measure.Points.OfType<Estimate>().Select(point => point.Value).ToList();
        var (low, high) = (values.Min(), values.Max());
        return string.Concat(measure.Points.Select(point => point is null
            ? ' '
            : Height((point.Value - low) / Math.Max(high - low, double.Epsilon))));
    }

    private static char Height(double share) => Heights[(int)Math.Round(share * (Heights.Length - 1))];

    private static string Ends(MeasureHistory measure)
    {
        var told = measure.Points.OfType<Estimate>().ToList();
        return $"{EstimateText.Value(measure.Measure, told[0].Value)} → {EstimateText.Value(measure.Measure, told[^1].Value)}";
    }

    private static string Changes(BaselineHistory history, MeasureHistory measure) =>
        string.Concat(measure.Steps.Select((step, i) => step is { Verdict: not (Verdict.Same or Verdict.Unclear) }
            ? $"; {VerdictCells.Word(step.Verdict)} since {history.Baselines[i].Name} ({VerdictCells.Difference(step)})"
            : ""));
}
