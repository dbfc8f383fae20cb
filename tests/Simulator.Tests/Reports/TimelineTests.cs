using System.Globalization;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Plots.Timelines;
using Simulator.Reports.Statistics;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class TimelineTests
{
    [Fact]
    public void A_zone_loss_is_told_lane_by_lane() => Assert.Equal(
        """
        84.65-422.35
        What happened: 100-422.35 | za lost power at 0:01:40, to the end of the run
        Nodes marked NotReady: 100~140 140-140 | 0:40 until noticed
        Endpoints removed: 100~142 142-142 | after 0:42
        Pods evicted: 140~400 400-400 | 4:20 of grace before eviction, then 1 pod of 1 node
        Replacements: 402-407 | 1 new pod, ready after 5:07
        Replicas missing: 100-407 407! | 50 % of them at worst, serving again after 5:07
        """,
        TextOf(TinyRun.ZoneLoss),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void An_outage_that_nobody_noticed_says_so() => Assert.Equal(
        """
        90-130
        What happened: 100-120 | n1 was cut off the network at 0:01:40, for 0:20
        Nodes marked NotReady:  | nobody noticed
        Replicas missing:  | no replica was missing
        """,
        TextOf(TinyRun.Settled + """
            100  OutageStarted n1 NetworkCut 0
            100  NodeWentDown  n1 NetworkCut
            120  NodeCameBack  n1
            120  OutageEnded   n1 NetworkCut 0
            1000 RunEnded      east
            """),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void A_node_that_comes_back_in_time_is_noticed_and_not_evicted()
    {
        var text = TextOf(TinyRun.Settled + """
            100  OutageStarted     n1          Reboot 0
            100  NodeWentDown      n1          Reboot
            100  PodStoppedServing default/p1  n1
            140  NodeReadyChanged  n1          Unknown
            150  NodeCameBack      n1
            150  PodServing        default/p1  n1
            151  NodeReadyChanged  n1          True
            151  OutageEnded       n1          Reboot 0
            1000 RunEnded          east
            """);
        Assert.Contains("Pods evicted:  | nothing was evicted", text, StringComparison.Ordinal);
        Assert.Contains("Replicas missing: 100-150 150! | 50 % of them at worst, serving again after 0:50", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_never_heals_is_drawn_to_the_end_of_the_run()
    {
        var text = TextOf(TinyRun.Settled + """
            100  OutageStarted     za          PowerLoss 0
            100  NodeWentDown      n1          PowerLoss
            100  PodStoppedServing default/p1  n1
            140  NodeReadyChanged  n1          Unknown
            1000 RunEnded          east
            """);
        Assert.StartsWith("55-1000", text, StringComparison.Ordinal);
        Assert.Contains("Replicas missing: 100-1000 | 50 % of them at worst, not healed when the run ends", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_requests_have_a_lane_where_there_is_traffic()
    {
        var facts = TinyRun.ZoneLoss.Replace("140  Node", "100 TrafficChanged default/w - 50000 25000\n140 Node", StringComparison.Ordinal);
        Assert.Contains(
            "Requests failing: 100-142 | 50 % of them at worst, the last after 0:42",
            TextOf(facts.Replace("400  Node", "142 TrafficChanged default/w - 50000 0\n400 Node", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Contains(
            "Requests failing:  | no request failed", TextOf(facts.Replace("50000 25000", "50000 0", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    /// <summary>What is missing is told once, not denied of the first.</summary>
    [Fact]
    public void Of_two_outages_in_one_moment_only_one_tells_what_was_missing()
    {
        var text = TextOf(TinyRun.ZoneLoss.Replace(
            "140  Node", "100 OutageStarted scheduler SchedulerDown 1\n140 Node", StringComparison.Ordinal));
        Assert.DoesNotContain("no replica was missing", text, StringComparison.Ordinal);
        Assert.Contains("Replicas missing: 100-407 407! | 50 % of them at worst", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_two_outages_has_its_bars_and_words_in_a_lane()
    {
        var second = """
            600  OutageStarted     zb          NetworkCut 1
            600  NodeWentDown      n2          NetworkCut 1
            640  NodeReadyChanged  n2          Unknown
            641  PodNotReady       default/p2  n2
            642  EndpointsChanged  default/w   -         1 1
            700  NodeCameBack      n2
            701  NodeReadyChanged  n2          True
            702  PodReady          default/p2  n2
            703  OutageEnded       zb          NetworkCut 1
            1000 RunEnded
            """;
        var text = TextOf(TinyRun.ZoneLoss.Replace("1000 RunEnded", second, StringComparison.Ordinal));
        Assert.Contains(
            "Nodes marked NotReady: 100~140 140-140 600~640 640-640 | 0:40 until noticed | 0:40 until noticed", text,
            StringComparison.Ordinal);
        Assert.Contains("Endpoints removed: 100~142 142-142 600~642 642-642 | after 0:42 | after 0:42", text, StringComparison.Ordinal);
        Assert.Contains("serving again after 5:07 | 50 % of them at worst, serving again after 1:42", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_earlier_outage_broke_is_not_told_of_a_later_one()
    {
        var text = TextOf(TinyRun.ZoneLoss.Replace(
            "140  Node", "120 OutageStarted scheduler SchedulerDown 1\n140 Node", StringComparison.Ordinal));
        Assert.Contains(
            "Replicas missing: 100-407 407! | 50 % of them at worst, serving again after 5:07\0", text.Replace('\n', '\0') + '\0',
            StringComparison.Ordinal);
        Assert.Contains("Replacements: 402-407 | 1 new pod, ready after 5:07", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_troubles_have_a_lane_for_each_kind_and_what_served_below() => Assert.Equal(
        """
        0-1000
        power-loss: 3: 100-110 102-112 104-114
        reboot: 2: 101-111 103-113
        Replicas serving:  | 100 % on average, at worst 100 % (1001 points)
        """,
        TextOf(TinyRun.Settled
            + string.Concat(
                Enumerable.Range(0, 5).Select(i => $"{100 + i} OutageStarted n{i} {(i % 2 == 0 ? "PowerLoss" : "Reboot")} {i}\n"))
            + string.Concat(Enumerable.Range(0, 5).Select(i => $"{110 + i} OutageEnded n{i} - {i}\n")) + "1000 RunEnded east"),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void A_run_without_a_trouble_has_no_timeline()
    {
        var run = TinyRun.Record(TinyRun.Settled + "1000 RunEnded east");
        Assert.Null(RunTimeline.Of(TinyRun.SumUp(run), run));
    }

    [Fact]
    public void What_stops_for_a_moment_goes_on()
    {
        var facts = TinyRun.ZoneLoss.Replace(
            "408  End",
            "407.5 PodNotReady default/p3 n2\n408.5 PodReady default/p3 n2\n410 PodNotReady default/p3 n2\n412 PodReady default/p3 "
                + "n2\n413 End",
            StringComparison.Ordinal);
        Assert.Contains(
            "Replicas missing: 100-408.5 410-412 412! | 50 % of them at worst, serving again after 5:12", TextOf(facts),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(914, 190)]
    [InlineData(334, 20)]
    public void Words_stay_within_the_picture_and_off_each_other_and_the_bars(double width, double names)
    {
        var words = new[]
        {
            "first of the words that are said here",
            "second of the words, which are many more than fit into one line of a phone",
            "third",
        };
        var lane = new Lane(
            "A name of a lane", new Tone("ink", "#000000", "#ffffff"), [new LaneBar(10, 90)],
            [.. words.Select((text, i) => new LaneNote(10 + (40 * i), text))]);
        var placed = Assert.Single(new LaneLayout(new Timeline(0, 100, [], [lane]), width, names).Place());
        Assert.All(
            placed.Lines, line => Assert.InRange(line.X, line.IsName ? -names : 0, width - (line.IsName ? 0 : line.Text.Length * 6)));
        Assert.All(placed.Lines.Where(line => !line.IsName), line => Assert.InRange(line.Y, placed.Top + 8, placed.BarTop - 8));
        Assert.Equal(string.Join(' ', words), string.Join(' ', placed.Lines.Where(line => !line.IsName).Select(line => line.Text)));
        foreach (var row in placed.Lines.GroupBy(line => line.Y).Where(row => row.Count() > 1))
        {
            var ordered = row.OrderBy(line => line.X).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                Assert.True(ordered[i - 1].X + (ordered[i - 1].Text.Length * 6) <= ordered[i].X, ordered[i].Text);
            }
        }
    }

    [Theory]
    [InlineData(0.4, "0:00")]
    [InlineData(40, "0:40")]
    [InlineData(600, "10:00")]
    [InlineData(6720, "1:52:00")]
    [InlineData(36_000, "10:00:00")]
    public void A_span_is_as_short_as_it_can_be(double seconds, string text) => Assert.Equal(text, HumanTime.Span(seconds));

    private static string TextOf(string facts)
    {
        var run = TinyRun.Record(facts);
        var timeline = RunTimeline.Of(TinyRun.SumUp(run), run)!;
        return string.Join('\n', [$"{Text(timeline.From)}-{Text(timeline.To)}", .. timeline.Lanes.Select(TextOf)]);
    }

    private static string TextOf(Lane lane) =>
        $"{lane.Name}: "
            + $"{string.Join(' ', lane.Bars.Select(TextOf))}{string.Concat(lane.Notes.Select(note => $" | {note.Text}"))}"
            + $"{(lane.Curve.Count > 0 ? $" ({lane.Curve.Count} points)" : "")}";

    private static string TextOf(LaneBar bar) => bar.Kind switch
    {
        LaneBarKind.Waiting => $"{Text(bar.From)}~{Text(bar.To)}",
        LaneBarKind.Doing => $"{Text(bar.From)}-{Text(bar.To)}",
        _ => $"{Text(bar.From)}!",
    };

    private static string Text(double seconds) => seconds.ToString("0.##", CultureInfo.InvariantCulture);
}
