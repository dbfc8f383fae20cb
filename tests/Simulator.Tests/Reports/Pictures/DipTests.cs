using System.Globalization;
using Simulator.Reports.Measures;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Plots.Timelines;
using Simulator.Reports.Summaries;
using Simulator.Reports.Tables;
using Xunit;

namespace Simulator.Tests.Reports.Pictures;

/// <summary>No dip that a measure tells is missing from a file or from a picture.</summary>
public sealed class DipTests
{
    private static readonly RunRecorder Run = LongRun.Record();
    private static readonly Summary Sum = TinyRun.SumUp(Run);

    public static TheoryData<string, int> Sizes => new() { { "file", 0 }, { "page", 1 }, { "phone", 2 } };

    [Fact]
    public void A_row_carries_what_was_between_it_and_the_one_before()
    {
        var rows = Rows(Run);
        var (failed, failedMax) =
            (rows.Sum(row => row["failed_per_s"] > 0 ? 1 : 0), rows.Where(row => row["failed_per_s_max"] > 0).ToList());
        Assert.Equal((0, LongRun.Dips), (failed, failedMax.Count));
        Assert.All(
            failedMax,
            row => Assert.Equal(
                (2, 1, 2, 2, 1, 2),
                (row["ready"], row["ready_min"], row["ready_max"], row["usable"], row["usable_min"], row["usable_max"])));
        Assert.Equal(failedMax.Select(row => row["time_s"]), rows.Where(row => row["serving_min"] < 2).Select(row => row["time_s"]));
        Assert.All(rows, row => Assert.Equal((50, 50, 50), (row["requests_per_s_min"], row["requests_per_s"], row["requests_per_s_max"])));
    }

    /// <summary>The measure counts them; what the lane draws covers each.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_failing_stretch_that_is_told_is_drawn(string name, int size)
    {
        var timeline = RunTimeline.Of(Sum, Run)!;
        var lane = timeline.Lanes.Single(lane => lane.Name == "Requests failing");
        Assert.StartsWith($"{LongRun.Dips} times", lane.Notes[0].Text, StringComparison.Ordinal);
        var drawing = DrawingOf("outage-timeline", size);
        var axis = AxisOf(drawing);
        var pieces = drawing.Shapes.OfType<Box>()
            .Where(box => box.Hint.StartsWith("Requests failing\n", StringComparison.Ordinal))
            .ToList();
        Assert.All(LongRun.Failing, dip => Assert.True(pieces.Exists(piece => Covers(piece, axis, dip)), $"{name}: {dip.From}"));
        Assert.All(pieces, piece => Assert.True(piece.Width >= 2 && piece.X + piece.Width <= drawing.Width, name));
        var ordered = pieces.OrderBy(piece => piece.X).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            Assert.True(ordered[i - 1].X + ordered[i - 1].Width + 1 <= ordered[i].X, $"{name}: pieces that touch are one");
        }
    }

    /// <summary>A band stands where requests failed and where a replica was missing, wide enough to be seen.</summary>
    [Theory]
    [InlineData("requests")]
    [InlineData("replicas")]
    public void Every_dip_has_a_band_in_the_plots(string name)
    {
        for (var size = 0; size < 3; size++)
        {
            var drawing = DrawingOf(name, size);
            var axis = AxisOf(drawing);
            var bands = drawing.Shapes.OfType<Area>()
                .Select(area => (
                    From: area.Corners.Min(spot => spot.X), To: area.Corners.Max(spot => spot.X), Low: area.Corners.Min(spot => spot.Y),
                    High: area.Corners.Max(spot => spot.Y)))
                .ToList();
            Assert.All(
                LongRun.Failing,
                dip => Assert.True(
                    bands.Exists(band => band.From <= axis.X(dip.From) + 0.1 && band.To >= axis.X(dip.To) - 0.1),
                    $"{name} {size}: {dip.From}"));
            Assert.All(bands, band => Assert.True(band.To - band.From >= 1.9 && band.High - band.Low >= 1.9, name));
        }
    }

    [Fact]
    public void The_serving_share_falls_to_the_worst_that_is_told()
    {
        var timeline = RunTimeline.Of(Sum, Run)!;
        var lane = timeline.Lanes.Single(lane => lane.Name == "Replicas serving");
        Assert.Contains("at worst 50 %", lane.Notes[0].Text, StringComparison.Ordinal);
        Assert.Equal((0.5, LongRun.Dips), (lane.Curve.Min(point => point.Lowest), lane.Curve.Count(point => point.Lowest < 1)));
    }

    /// <summary>Pieces and curves say what they stand for: all stretches, and the extremes of the file.</summary>
    [Fact]
    public void What_is_told_when_a_dip_is_pointed_at_is_what_happened()
    {
        var pieces = DrawingOf("outage-timeline", 2).Shapes.OfType<Box>()
            .Select(box => box.Hint.Split('\n'))
            .Where(hint => hint[0] == "Requests failing")
            .ToList();
        Assert.Equal(
            LongRun.Dips, pieces.Sum(hint => hint.Length == 2 ? 1 : int.Parse(hint[2].Split(' ')[0], CultureInfo.InvariantCulture)));
        var hints = DrawingOf("requests", 1).Shapes.OfType<Pane>().Select(pane => pane.Hint).ToList();
        var most = Rows(Run).Max(row => row["failed_per_s_max"]);
        Assert.Contains(
            hints,
            hint => hint.EndsWith(
                string.Create(CultureInfo.InvariantCulture, $"failed 0 (lowest 0, highest {most})"), StringComparison.Ordinal));
        Assert.Equal(LongRun.Dips, hints.Count(hint => hint.Contains("(lowest 0, highest", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_lasts_no_time_is_no_extreme()
    {
        var run = TinyRun.Record(TinyRun.Settled + "100 PodNotReady default/p1 n1\n100 PodReady default/p1 n1\n1000 RunEnded east");
        Assert.All(Rows(run), row => Assert.Equal(2, row["ready_min"]));
    }

    private static bool Covers(Box piece, Axis axis, (double From, double To) dip) =>
        piece.X <= axis.X(dip.From) + 0.1 && piece.X + piece.Width >= axis.X(dip.To) - 0.1;

    private static Drawing DrawingOf(string picture, int size)
    {
        var drawn = RunPlots.Draw(Sum, Run).Single(candidate => candidate.Name == picture);
        return new[] { drawn.File, drawn.Page, drawn.Phone }[size];
    }

    /// <summary>From the axis' line: it is as long as the run.</summary>
    private static Axis AxisOf(Drawing drawing)
    {
        var line = drawing.Shapes.OfType<Stroke>().Last(stroke => stroke.Points.Count is 2 or 3
            && stroke.Points[^1].Y == stroke.Points[^2].Y
            && stroke.Points[^1].X - stroke.Points[^2].X > 200
            && stroke.Tone.Name == "faint");
        return new Axis(line.Points[^2].X, line.Points[^1].X);
    }

    private static List<Dictionary<string, double>> Rows(RunRecorder run)
    {
        using var text = new StringWriter();
        RunTables.WriteTimeSeries(text, run);
        return TimeSeriesText.Read(text.ToString());
    }

    private sealed record Axis(double Left, double Right)
    {
        public double X(double seconds) => Left + (seconds / LongRun.Seconds * (Right - Left));
    }
}
