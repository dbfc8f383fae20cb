using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Tests.Reports.Pictures;
using Xunit;

namespace Simulator.Tests.Reports.Studies;

public sealed class StudyPictureTests
{
    public static TheoryData<string> Samples => [.. SamplePictures.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_is_cut_off_and_nothing_lies_on_words(string sample)
    {
        var picture = SamplePictures.All[sample]();
        DrawingLaws.Hold(picture.File);
        DrawingLaws.Hold(picture.Page);
        DrawingLaws.Hold(picture.Phone);
        Assert.All(new[] { picture.File, picture.Page, picture.Phone }, IsWithin);
    }

    /// <summary>A hint is what is told on paper that has no room for it, and to those who cannot see.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void What_is_shown_is_told_when_it_is_pointed_at(string sample)
    {
        var hints = Hints(SamplePictures.All[sample]().Page);
        Assert.NotEmpty(hints);
        Assert.All(hints, hint => Assert.DoesNotContain("NaN", hint, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_without_a_value_is_seen_and_told()
    {
        var drawing = SamplePictures.All["heat"]().Page;
        Assert.Equal(2, Hints(drawing).Count(hint => hint.EndsWith("no value", StringComparison.Ordinal)));
        Assert.Equal(3, drawing.Shapes.OfType<Stroke>().Count(stroke => stroke.Dash == Dash.Dotted));
        Assert.Contains("no value", Words(drawing));
        Assert.Contains("misses an objective", Words(drawing));
    }

    [Fact]
    public void The_more_the_more_colour_and_the_number_is_in_the_cell()
    {
        var drawing = SamplePictures.All["heat"]().Page;
        var cells = drawing.Shapes.OfType<Box>().Where(box => box.Height > 20 && box.Tone.Name == "blue").ToList();
        Assert.Equal(26, cells.Count);
        var most = cells.MaxBy(cell => cell.Opacity)!;
        Assert.Contains(
            drawing.Shapes.OfType<Words>(), words => words.Text == "2:50:21" && words.X > most.X && words.X < most.X + most.Width);
        Assert.True(cells.Max(cell => cell.Opacity) < 0.7, "words on it stay readable");
    }

    /// <summary>0.1 to 10 would be one blot at the left of a plain axis.</summary>
    [Fact]
    public void Values_that_grow_by_factors_stand_by_their_logarithms()
    {
        var axis = StudyAxis.OfNumbers("rate", [0.1, 0.2, 0.5, 1, 2, 5, 10]);
        Assert.Equal("rate, logarithmic", axis.Ticks(11).Label);
        Assert.Equal(["0.1", "0.2", "0.5", "1", "2", "5", "10"], axis.Ticks(11).All.Select(tick => tick.Text));
        Assert.Equal("rate", StudyAxis.OfNumbers("rate", [1, 2, 3, 4]).Ticks(5).Label);
        Assert.Equal([0.0, 1, 2, 3], Enumerable.Range(0, 4).Select(StudyAxis.OfNumbers("rate", [0, 1, 2, 1000]).Place));
        Assert.Equal(2.0, StudyAxis.Of("policy", ["a", "b", "c"]).Place(2));
        Assert.Equal(30.0, StudyAxis.Of("count", ["10", "20", "30"]).Place(2));
    }

    [Theory]
    [InlineData(0, 7862, "s", "x (h)", "0.5", 1800)]
    [InlineData(0, 700, "s", "x (min)", "4", 240)]
    [InlineData(0, 0.8, "s", "x (ms)", "200", 0.2)]
    [InlineData(0.9990, 0.9999, "share", "x (%, not from 0)", "99.92", 0.9992)]
    [InlineData(0, 20_000_000, "", "x", "5 M", 5_000_000)]
    [InlineData(0.00001, 0.00002, "dollars", "x (dollars, not from 0)", "0.000012", 0.000012)]
    public void A_scale_is_in_the_unit_that_reads_best(double from, double to, string unit, string label, string text, double at)
    {
        var ticks = new UnitScale(from, to, "x", unit).Ticks(7);
        Assert.Equal(label, ticks.Label);
        Assert.Equal(at, Assert.Single(ticks.All, tick => tick.Text == text).At, 9);
    }

    [Fact]
    public void An_axis_that_does_not_start_at_0_says_so()
    {
        Assert.Equal(0, UnitScale.Around([2, 10], "x", "s").From);
        Assert.Equal("x (s, not from 0)", UnitScale.Around([95, 100], "x", "s").Ticks(5).Label);
        Assert.True(UnitScale.Around([7, 7], "x", "s").To > 7);
    }

    /// <summary>The one that is far better would squeeze the others into a line.</summary>
    [Fact]
    public void A_difference_beyond_the_axis_ends_in_an_arrow_and_the_worst_is_on_top()
    {
        var drawing = SamplePictures.All["differences"]().Page;
        var arrow = Assert.Single(drawing.Shapes.OfType<Area>());
        Assert.Equal("green", arrow.Tone.Name);
        Assert.Equal(3, drawing.Shapes.OfType<Diamond>().Count());
        Assert.Equal("orange", drawing.Shapes.OfType<Diamond>().MinBy(diamond => diamond.Y)!.Tone.Name);
        Assert.Contains("cost.total\n+$3.80 (+1.0 %)  worse", Hints(drawing));
    }

    [Fact]
    public void A_boundary_tells_what_holds_what_fails_and_what_does_in_some_runs()
    {
        var drawing = SamplePictures.All["boundary of seeds"]().Page;
        string[] key =
        [
            "smallest that holds: 1,347 nodes", "asked for: 1,400 nodes; margin 53, 4 %", "holds in all runs", "fails in some",
            "fails in all",
        ];
        Assert.All(key, entry => Assert.Contains(entry, Words(drawing)));
        Assert.Contains(
            "losing us-east1-d\nnodes of pool default: 1,344\nholds in 10 of 20 runs\npods pending: 11 of web-031", Hints(drawing));
        Assert.DoesNotContain("fails in some", Words(SamplePictures.All["heat"]().Page));
    }

    [Fact]
    public void Of_many_parts_seven_are_told_apart_and_the_first_bar_is_all_of_them()
    {
        var drawing = SamplePictures.All["shares of many"]().Page;
        Assert.Equal(
            7,
            drawing.Shapes.OfType<Box>().Where(box => box.Hint.StartsWith(
                "as it is", StringComparison.Ordinal)).DistinctBy(box => box.Tone).Count());
        Assert.Contains("the other 6 21 %", Words(drawing));
    }

    [Fact]
    public void A_thousand_runs_are_sixty_dots_and_said_to_be()
    {
        var drawing = SamplePictures.All["spread of many"]().Page;
        Assert.Equal(180, drawing.Shapes.OfType<Disc>().Count(disc => disc.Hint.Length > 0));
        Assert.Contains("each of 60 of the 1,000 runs, from lowest to highest", Words(drawing));
        Assert.Contains("the same in every run", Words(drawing));
    }

    private static List<string> Hints(Drawing drawing) => [.. drawing.Shapes.Select(shape => shape.Hint).Where(hint => hint.Length > 0)];

    private static List<string> Words(Drawing drawing) => [.. drawing.Shapes.OfType<Words>().Select(words => words.Text)];

    private static void IsWithin(Drawing drawing)
    {
        foreach (var disc in drawing.Shapes.OfType<Disc>()) Assert.InRange(disc.X, disc.Radius, drawing.Width - disc.Radius);
        foreach (var box in drawing.Shapes.OfType<Box>()) Assert.InRange(box.X, 0, drawing.Width - box.Width + 0.01);
        foreach (var pane in drawing.Shapes.OfType<Pane>()) Assert.True(pane.Width > 0 && pane.X + pane.Width <= drawing.Width + 0.01);
    }
}
