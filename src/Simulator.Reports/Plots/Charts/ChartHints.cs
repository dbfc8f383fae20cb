using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Panes over the curves that tell their values: those of the CSV file, a strip of some pixels at a time.</summary>
internal static class ChartHints
{
    private const double StripMin = 4;

    public static IEnumerable<Pane> Of(ChartFrame frame)
    {
        var chart = frame.Chart;
        var columns = chart.Series.Select(series => Columns.Of(series.Points, at => (int)(frame.X(at) / StripMin))).ToList();
        var count = columns.Count == 0 ? 0 : columns[0].Count;
        for (var i = 0; i < count; i++)
        {
            var first = i;
            while (i + 1 < count && columns.TrueForAll(points => IsSame(points[first], points[i + 1]))) i++;
            var left = first == 0 ? frame.Left : frame.X(columns[0][first - 1].At);
            var right = i == count - 1 ? frame.Right : frame.X(columns[0][i].At);
            if (right <= left) continue;
            yield return new Pane(left, frame.Top, right - left, frame.Bottom - frame.Top) { Hint = Hint(chart, columns, first, i) };
        }
    }

    private static bool IsSame(SeriesPoint one, SeriesPoint next) => one.Value == next.Value && !one.IsRange && !next.IsRange;

    private static string Hint(Chart chart, List<IReadOnlyList<SeriesPoint>> columns, int first, int last)
    {
        var (from, to) = (chart.Place(columns[0][Math.Max(0, first - 1)].At), chart.Place(columns[0][last].At));
        var values =
            chart.Series.Select((series, i) => $"{series.Name} {Value(columns[i][last])}{(chart.IsRising ? "" : Range(columns[i][last]))}");
        return string.Join('\n', [from == to ? from : $"{from} – {to}", .. values]);
    }

    private static string Value(SeriesPoint point) => HumanNumber.Plain(point.Value);

    private static string Range(SeriesPoint point) =>
        point.IsRange ? $" (lowest {HumanNumber.Plain(point.Lowest)}, highest {HumanNumber.Plain(point.Highest)})" : "";
}
