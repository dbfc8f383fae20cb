using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Studies;

/// <summary>Panes over the places of an axis that tell the values of all series there.</summary>
internal static class IntervalHints
{
    public static IEnumerable<Pane> Of(IntervalChart chart, ChartFrame frame)
    {
        var names = chart.Across.Names;
        for (var i = 0; i < names.Count; i++)
        {
            var left = i == 0 ? frame.Left : Middle(chart, frame, i - 1);
            var right = i == names.Count - 1 ? frame.Right : Middle(chart, frame, i);
            var told = chart.Series.SelectMany(series => Lines(chart, series, i)).ToList();
            yield return new Pane(left, frame.Top, right - left, frame.Bottom - frame.Top)
            {
                Hint = string.Join('\n', [$"{chart.Across.Label}: {names[i]}", .. told.Count == 0 ? ["no value"] : told]),
            };
        }
    }

    private static double Middle(IntervalChart chart, ChartFrame frame, int index) =>
        (frame.X(chart.Across.Place(index)) + frame.X(chart.Across.Place(index + 1))) / 2;

    private static IEnumerable<string> Lines(IntervalChart chart, IntervalSeries series, int index) =>
        from point in series.Points
        where point.Index == index
        let range = point.High > point.Low ? $" ({UnitText.Of(point.Low, chart.Unit)} – {UnitText.Of(point.High, chart.Unit)})" : ""
        let note = point.Note.Length == 0 ? "" : $", {point.Note}"
        select $"{series.Name} {UnitText.Of(point.Value, chart.Unit)}{range}{note}";
}
