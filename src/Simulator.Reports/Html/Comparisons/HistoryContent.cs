using Simulator.Reports.Comparison.Histories;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.Measures;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Studies;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Html.Comparisons;

/// <summary>A history of baselines as a page: what changed, drawn over the baselines.</summary>
public static class HistoryContent
{
    private const int LinesMax = 12;

    public static StudyContent Of(BaselineHistory history, string command)
    {
        var lines = HistoryText.Lines(history).Where(line => line.Length > 0).ToList();
        var last = history.Baselines[^1].Header;
        return new StudyContent
        {
            Title = last.Scenario,
            Kind = "comparison",
            About = lines[0],
            Answer = [lines[^1]],
            Pictures = Pictures(history),
            Tables = [TableOf(history)],
            How = new StudyOrigin
            {
                Command = command,
                Seeds = $"{history.Baselines[^1].Rows.Count} in the last baseline",
                Version = last.Version,
                Kubernetes = last.Kubernetes,
                Flags = last.Flags,
                Method = ["A change is one that 'simulator compare' of a baseline with the one before would call better, worse or "
                    + "another."],
            },
        };
    }

    private static IReadOnlyList<Picture> Pictures(BaselineHistory history)
    {
        List<HistoryLine> lines = [.. history.Measures.Where(measure => measure.HasChanged).Take(LinesMax).Select(LineOf)];
        return lines.Count == 0
            ? []
            :
            [
                StudyPlots.History(
                    "history", "Measures over the baselines. The bars are 95 % intervals of the means.",
                    new History("Measures over the baselines", [.. history.Baselines.Select(side => side.Name)], lines, "95 % interval")),
            ];
    }

    private static HistoryLine LineOf(MeasureHistory measure) => new(
        measure.Measure, MeasureCatalog.Find(measure.Measure)!.Unit,
        [.. measure.Points.Index().Where(point => point.Item is not null).Select(point => PointOf(point.Index, point.Item!))]);

    private static IntervalPoint PointOf(int index, Estimate point) => point.Interval.IsBounded
        ? new(index, point.Value, point.Interval.Low, point.Interval.High)
        : new(index, point.Value, point.Value, point.Value);

    private static StudyTable TableOf(BaselineHistory history) => new(
        "All measures",
        [StudyColumn.Text("measure"), .. history.Baselines.Select(side => StudyColumn.Number(side.Name))],
        [.. history.Measures.OrderByDescending(measure => measure.HasChanged).Select(measure => (IReadOnlyList<string>)
        [
            measure.Measure, .. measure.Points.Select(point => point is null ? "" : EstimateText.Value(measure.Measure, point.Value)),
        ])]);
}
