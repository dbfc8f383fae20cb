using Simulator.Reports.Measures;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Studies;
using Simulator.Reports.Statistics;
using Simulator.Studies.Axes;
using Simulator.Studies.Results;

namespace Simulator.Studies.Sweeps;

/// <summary>The pictures of a sweep: lines over its first axis, and a heat map over two.</summary>
internal sealed class SweepPictures(IReadOnlyList<VariantResult> variants, IReadOnlyList<Axis> axes, StudyFacts facts)
{
    /// <summary>More lines are not told apart.</summary>
    private const int LinesMax = 7;

    /// <summary>More of them, and nobody looks.</summary>
    private const int MeasuresMax = 4;

    private readonly IReadOnlyList<string> _axisNames = ShortNames.Of(axes);

    /// <param name="names">The measures that are told first.</param>
    public IReadOnlyList<Picture> Draw(IReadOnlyList<string> names)
    {
        var shown = names.Where(name => variants.Any(variant => variant.Measure(name) is not null)).Take(MeasuresMax).ToList();
        if (shown.Count == 0 || axes.Count == 0) return [];
        IReadOnlyList<Picture> maps = axes.Count == 2 ? [.. shown.Select(Heat)] : [];
        var others = variants.Select(OtherName).Distinct().ToList();
        return others.Count > LinesMax ? maps : [.. maps, Lines(shown, others)];
    }

    private static string UnitOf(string measure) => MeasureCatalog.Find(measure)?.Unit ?? "";

    private static string Note(MeasureOverRuns measure) => $"{measure.Text}, {measure.CountText}";

    private Picture Heat(string measure)
    {
        var title = $"{measure} over {_axisNames[0]} and {_axisNames[1]}";
        return StudyPlots.Heat($"heat-{measure}", $"{title}. The mean of all runs.", new HeatMap
        {
            Title = title,
            Across = StudyAxis.OfNames(_axisNames[0], axes[0].Values),
            Up = StudyAxis.OfNames(_axisNames[1], axes[1].Values),
            Measure = measure,
            Unit = UnitOf(measure),
            Cells = [.. variants.Select(variant => Cell(measure, variant))],
            Marked = variants.Any(variant => !variant.MeetsAll) ? "misses an expectation" : "",
        });
    }

    private HeatCell Cell(string name, VariantResult variant)
    {
        var measure = variant.Measure(name);
        return new HeatCell(IndexOf(0, variant), IndexOf(1, variant), measure?.Mean.Value, measure is null ? "" : Note(measure))
        {
            IsMarked = !variant.MeetsAll,
        };
    }

    private Picture Lines(IReadOnlyList<string> measures, IReadOnlyList<string> others)
    {
        var title = $"{HumanNumber.Count(measures.Count, "measure", "measures")} over {_axisNames[0]}";
        return StudyPlots.Lines(
            "lines", $"{title}. Means of all runs with their intervals.", [.. measures.Select(measure => new IntervalChart
        {
            Title = $"{measure} over {_axisNames[0]}",
            Across = StudyAxis.Of(_axisNames[0], axes[0].Values),
            Measure = measure,
            Unit = UnitOf(measure),
            Series = [.. others.Select(other => Series(measure, other))],
            Interval = $"{facts.ConfidenceText} interval of the mean",
            Limits = [.. facts.Expectations.Where(expectation => expectation.Measure == measure).SelectMany(Limits)],
        })]);
    }

    private static IEnumerable<(string Name, double Value)> Limits(World.Specification.Expectation expectation)
    {
        if (expectation.AtMost is { } most) yield return ("at most", most);
        if (expectation.AtLeast is { } least) yield return ("at least", least);
    }

    private IntervalSeries Series(string measure, string other) => new(
        other,
        [.. variants.Where(variant => OtherName(variant) == other).Select(variant => (variant, found: variant.Measure(measure)))
            .Where(pair => pair.found is not null)
            .Select(pair => Point(IndexOf(0, pair.variant), pair.found!)).OrderBy(point => point.Index)]);

    private static IntervalPoint Point(int index, MeasureOverRuns measure)
    {
        var (value, interval) = (measure.Mean.Value, measure.Mean.Interval);
        return interval.IsBounded
            ? new IntervalPoint(index, value, interval.Low, interval.High, measure.CountText)
            : new IntervalPoint(index, value, value, value, measure.CountText);
    }

    /// <summary>The values of all axes but the first.</summary>
    private string OtherName(VariantResult variant) =>
        ShortNames.Of([.. variant.Settings.Skip(1)], [.. axes.Select(axis => axis.Path)]);

    private int IndexOf(int axis, VariantResult variant) => axes[axis].Values.ToList().IndexOf(variant.Settings[axis].Value);
}
