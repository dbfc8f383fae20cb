using Simulator.Reports.Plots.Charts;

namespace Simulator.Reports.Plots.Studies;

/// <summary>A measure over baselines, the oldest first.</summary>
/// <param name="Measure">Its name.</param>
/// <param name="Unit">As the catalogue of measures has it.</param>
/// <param name="Points">By baseline; one that has no value is left out.</param>
public sealed record HistoryLine(string Measure, string Unit, IReadOnlyList<IntervalPoint> Points);

/// <summary>How measures went from baseline to baseline: a chart each, one below the other.</summary>
/// <param name="Baselines">As they are told: <c>2016-08-01 3f2a1c</c>.</param>
/// <param name="Interval">What the bars are; "" where there are none.</param>
public sealed record History(string Title, IReadOnlyList<string> Baselines, IReadOnlyList<HistoryLine> Lines, string Interval)
{
    internal IReadOnlyList<IntervalChart> Charts =>
    [
        .. Lines.Select((line, i) => new IntervalChart
        {
            Title = i == 0 ? Title : "",
            Across = StudyAxis.OfNames("baselines", Baselines),
            Measure = line.Measure,
            Unit = line.Unit,
            Interval = Interval,
            Series = [new IntervalSeries(line.Measure, line.Points)],
        }),
    ];
}
