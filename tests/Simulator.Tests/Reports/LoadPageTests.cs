using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.World.Explanation.Endings;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>What a page says of services whose requests take time, and of pods that wait when the run ends.</summary>
public sealed class LoadPageTests : IDisposable
{
    /// <summary>A thousand requests: 100 fail, 50 wait in the end.</summary>
    public const string Served = TinyRun.Settled + """
        0    TrafficChanged      default/w   -         1000 100
        0    LatencyChanged      default/w   -         84000 900000
        0    LatencyTailChanged  default/w   -         1810000 20
        1000 LatencyOfRun        default/w   p50       84000
        1000 LatencyOfRun        default/w   p95       900000
        1000 LatencyOfRun        default/w   p99       1810000
        1000 RequestsLeftWaiting default/w   -         50
        1000 RunEnded            east
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("load").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_service_has_a_row_with_what_became_of_its_requests_and_how_long_answers_took()
    {
        var row = Assert.Single(TinyRun.SumUp(Served).Loads!);
        Assert.Equal((1000, 100, 20, 50), (row.Requests, row.Failed, row.Slow, row.Waiting));
        Assert.Equal((0.084, 0.9, 1.81, 1.81), (row.P50, row.P95, row.P99, row.P99Highest));
        Assert.Null(TinyRun.SumUp(TinyRun.Settled + "1000 RunEnded east").Loads);
    }

    [Fact]
    public void The_page_and_the_text_have_it_as_a_table()
    {
        var folder = Path.Combine(_root, "run");
        TinyRun.Write(folder, Served);
        Assert.Contains(
            "| w | 1,000 | 85 % | 100 | 20 | 50 | 84 ms | 900 ms | 1.81 s | 1.81 s |",
            File.ReadAllText(Path.Combine(folder, "summary.md")), StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.Contains("<h2>How services answered their load, worst first</h2>", page, StringComparison.Ordinal);
        Assert.Contains("waiting at the end", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "its node is not ready")]
    [InlineData(2, "their nodes are not ready")]
    public void Several_pods_wait_in_the_plural(int count, string why) =>
        Assert.Equal(why, new WaitingGroup("default/w", "its node is not ready", "", count, "default/p", true, TimeSpan.Zero).Why);

    [Theory]
    [InlineData(0, "since the start")]
    [InlineData(61, "since 0:01:01")]
    public void What_lasts_from_the_start_is_said_so(double seconds, string text) => Assert.Equal(text, HumanTime.Since(seconds));

    [Theory]
    [InlineData("", "simulator explain results/tiny pod p1")]
    [InlineData("out/mine", "simulator explain out/mine pod p1")]
    public void The_command_that_says_more_names_the_folder_of_the_run(string folder, string command)
    {
        var group = new WaitingGroup("default/w", "no node", "", 1, "default/p1", false, TimeSpan.Zero);
        var run = TinyRun.Record(Served);
        var summary =
            Summary.From(run, new RunFacts { Digest = "d", Version = "1", Folder = folder, Ending = new RunEnding([EndingOf(group)]) });
        var path = Path.Combine(_root, "hint" + folder.Length);
        TinyRun.Write(path, run, summary);
        var text = File.ReadAllText(Path.Combine(path, "summary.md"));
        Assert.Contains(command, text, StringComparison.Ordinal);
        Assert.Contains("| the start |", text, StringComparison.Ordinal);
    }

    private static ClusterEnding EndingOf(WaitingGroup group) => new()
    {
        Cluster = "east",
        Waiting = [],
        Groups = [group],
        DaemonSets = [],
        DaemonGaps = [],
        Rollouts = [],
        Jobs = [],
        Services = [],
        Markings = [],
    };
}
