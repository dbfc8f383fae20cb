using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Simulator.Reports.Measures;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Tables;
using Simulator.Tests.Reports.Stateful;
using Xunit;

namespace Simulator.Tests.Reports.Pictures;

public sealed partial class PictureTests
{
    private const string LongName = "the-quite-long-name-of-a-service-that-somebody-has-really-given-to";

    public static TheoryData<string> Runs => [.. Facts.Keys];

    private static Dictionary<string, Func<RunRecorder>> Facts { get; } = new()
    {
        ["zone loss"] = () => TinyRun.Record(TinyRun.ZoneLoss),
        ["nothing happens"] = () => TinyRun.Record(TinyRun.Settled + "1000 RunEnded east"),
        ["traffic"] = () =>
            TinyRun.Record(TinyRun.ZoneLoss.Replace(
                "1000 RunEnded", "990 TrafficChanged default/w - 50000 50000\n1000 RunEnded", StringComparison.Ordinal)),
        ["late"] = () =>
            TinyRun.Record(TinyRun.Settled
                + "990 OutageStarted za PowerLoss 0\n990 NodeWentDown n1 PowerLoss\n991 PodStoppedServing default/p1 n1\n999 "
                + "NodeReadyChanged n1 Unknown\n1000 RunEnded east"),
        ["two weeks"] = LongRun.Record,
        ["pets"] = () => TinyRun.Record(PetRun.Recovered, PetRun.Scenario),
        ["long names"] = () => TinyRun.Record(PetRun.Recovered.Replace("/zk", $"/{LongName}", StringComparison.Ordinal), PetRun.Scenario),
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Nothing_is_cut_off_and_nothing_lies_on_words(string run)
    {
        foreach (var picture in Draw(run))
        {
            DrawingLaws.Hold(picture.File);
            DrawingLaws.Hold(picture.Page);
            DrawingLaws.Hold(picture.Phone);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_axis_names_its_unit_and_its_ends_are_within(string run)
    {
        foreach (var picture in Draw(run))
        {
            Assert.Contains(
                picture.File.Shapes.OfType<Words>(),
                words => words.Text.StartsWith("time ", StringComparison.Ordinal) && words.Text.EndsWith(')'));
        }
    }

    /// <summary>Where two curves have one value, both are seen: the one below is wider.</summary>
    [Fact]
    public void Lines_that_coincide_are_told_apart()
    {
        foreach (var picture in Draw("nothing happens"))
        {
            var curves = picture.Page.Shapes.OfType<Stroke>().Where(stroke => stroke.Width > 2).ToList();
            foreach (var same in curves.GroupBy(stroke => string.Join(' ', stroke.Points)).Where(group => group.Count() > 1))
            {
                var styles = same.Select(stroke => (stroke.Width, stroke.Tone, stroke.Dash)).ToList();
                Assert.Equal(styles.Count, styles.DistinctBy(style => style.Tone.Name).Count());
                Assert.Equal(styles.OrderByDescending(style => style.Width), styles);
                Assert.Equal(styles.Count, styles.DistinctBy(style => style.Width).Count());
            }
        }
    }

    /// <summary>A hint's last moment is a row of timeseries.csv, and its numbers are that row's.</summary>
    [Fact]
    public void What_a_picture_tells_when_it_is_pointed_at_is_what_the_file_has()
    {
        var run = TinyRun.Record(TinyRun.ZoneLoss);
        using var text = new StringWriter();
        RunTables.WriteTimeSeries(text, run);
        var rows = TimeSeriesText.Read(text.ToString()).ToDictionary(row => HumanTime.Clock(row["time_s"]));
        var hints = RunPlots.Draw(TinyRun.SumUp(run), run)
            .Single(picture => picture.Name == "replicas").Page.Shapes.OfType<Pane>()
            .Select(pane => pane.Hint)
            .ToList();
        Assert.True(hints.Count > 5);
        foreach (var hint in hints)
        {
            var row = rows[hint.Split('\n')[0].Split(" – ")[^1]];
            foreach (var (words, column) in new[] { ("ready", "ready"), ("serving", "serving"), ("desired", "desired") })
            {
                var value = Value().Match(hint.Split('\n').Single(line => line.StartsWith(words, StringComparison.Ordinal)));
                Assert.Equal(row[column], double.Parse(value.Groups[1].Value, CultureInfo.InvariantCulture));
            }
        }

        Assert.Contains(hints, hint => hint.Contains("serving (the truth) 1", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Panes_cover_the_run_without_gaps(string run)
    {
        foreach (var picture in Draw(run).Where(picture => picture.Name is "replicas" or "requests"))
        {
            var panes = picture.Page.Shapes.OfType<Pane>().ToList();
            for (var i = 1; i < panes.Count; i++) Assert.Equal(panes[i - 1].X + panes[i - 1].Width, panes[i].X, 6);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_file_is_well_formed_and_asks_for_nothing(string run)
    {
        var recorder = Facts[run]();
        var folder = Directory.CreateTempSubdirectory("pictures");
        try
        {
            TinyRun.Write(Path.Combine(folder.FullName, "run"), recorder);
            foreach (var file in Directory.GetFiles(Path.Combine(folder.FullName, "run", "plots"), "*.svg"))
            {
                var svg = XDocument.Load(file);
                Assert.DoesNotContain("url(", svg.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain(
                    svg.Descendants(), element => element.Attributes().Any(attribute => attribute.Name.LocalName == "href"));
            }
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static IReadOnlyList<Picture> Draw(string name)
    {
        var run = Facts[name]();
        return RunPlots.Draw(TinyRun.SumUp(run), run);
    }

    [GeneratedRegex(@"(\d+)(?: \(lowest \d+, highest \d+\))?$")]
    private static partial Regex Value();
}
