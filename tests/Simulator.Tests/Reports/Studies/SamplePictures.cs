using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Studies;

namespace Simulator.Tests.Reports.Studies;

/// <summary>
/// A picture of each kind, and of what is hard for it: many values, long names, nothing, what is missing or all the same.
/// </summary>
internal static class SamplePictures
{
    private const string LongName = "availability.of-the-quite-long-name-of-a-service-that-somebody-has-really-given-to.usersWorstMinute";
    private const string Interval = "95 % interval of the mean";
    private static readonly StudyAxis Rates = StudyAxis.OfNumbers("deleting-pods-qps (nodes a second)", [0.1, 0.2, 0.5, 1, 2, 5, 10]);
    private static readonly StudyAxis Counts = StudyAxis.OfNumbers("clusters[0].nodePools[0].count (nodes)", [1800, 1900, 2000, 2100]);

    public static Dictionary<string, Func<Picture>> All { get; } = new(StringComparer.Ordinal)
    {
        ["heat"] = () => StudyPlots.Heat("heat", "Recovery by count and rate. Mean of 20 runs", Heat(Counts, Rates, 4, 7)),
        ["heat of many"] = () => StudyPlots.Heat("heat", "Recovery", Heat(Many(30), Many(12), 30, 12)),
        ["heat of nothing"] = () => StudyPlots.Heat("heat", "Recovery", Heat(Counts, Rates, 0, 0)),
        ["lines"] = () => StudyPlots.Lines("lines", "Recovery by rate. Bars: 95 % interval", Lines(Rates, 3, 40)),
        ["lines of shares"] = () => StudyPlots.Lines("lines", "Availability", Lines(Counts, 2, 0.0004) with { Unit = "share" }),
        ["lines of many"] = () => StudyPlots.Lines("lines", "Recovery", Lines(Many(60), 7, 30)),
        ["one value"] = () => StudyPlots.Lines("lines", "Recovery", Lines(StudyAxis.OfNames("scheduler", ["as it is"]), 1, 0)),
        ["differences"] = () => StudyPlots.Differences("differences", "What changed", Changes("pod start p99")),
        ["differences with long names"] = () => StudyPlots.Differences("differences", "What changed", Changes(LongName)),
        ["boundary"] = () => StudyPlots.Boundary("boundary", "What holds", Found(1)),
        ["boundary of seeds"] = () => StudyPlots.Boundary("boundary", "What holds", Found(20)),
        ["history"] = () => StudyPlots.History("history", "Measures over the baselines", Past()),
        ["shares"] = () => StudyPlots.Shares("shares", "What downtime comes from", Downtime(4)),
        ["shares of many"] = () => StudyPlots.Shares("shares", "What downtime comes from", Downtime(12)),
        ["spread"] = () => StudyPlots.Spread("spread", "Every measure, run by run", Seeds(20, "recovery.allReplicasReady")),
        ["spread of many"] = () => StudyPlots.Spread("spread", "Every measure, run by run", Seeds(1000, LongName)),
    };

    private static StudyAxis Many(int count) => StudyAxis.OfNumbers("replicas", [.. Enumerable.Range(1, count).Select(i => i * 1000.0)]);

    private static HeatMap Heat(StudyAxis across, StudyAxis up, int columns, int rows) => new()
    {
        Title = "Recovery by count and rate",
        Across = across,
        Up = up,
        Measure = "recovery.allReplicasReady, mean of 20 runs",
        Unit = "s",
        Marked = "misses an objective",
        Cells =
        [
            .. from i in Enumerable.Range(0, columns)
               from j in Enumerable.Range(0, rows)
               where i != 2 || j != 1
               select new HeatCell(
                   i, j, i == 0 && j == 3 ? null : 7862.0 / (j + 1) * (1 + (i * 0.1)), i == 0 && j == 3 ? "" : "20 of 20 runs")
                   {
                       IsMarked = j == 0,
                   },
        ],
    };

    private static IntervalChart Lines(StudyAxis across, int series, double width) => new()
    {
        Title = "Recovery by rate",
        Across = across,
        Measure = "recovery.allReplicasReady",
        Unit = "s",
        Interval = Interval,
        Limits = width > 1 ? [("at most 0:15:00", 900)] : [],
        Series =
        [
            .. Enumerable.Range(0, series).Select(s => new IntervalSeries(
                $"kube-api-qps {20 * (s + 1)}",
                [.. Enumerable.Range(0, across.Names.Count).Where(i => i != 2 || s != 1).Select(i => PointOf(i, s, width))])),
        ],
    };

    private static IntervalPoint PointOf(int index, int series, double width)
    {
        var value = width > 1 ? 2000.0 / (index + 1) / (series + 1) : 0.9991 + (0.0002 * index) - (0.0003 * series);
        return new IntervalPoint(index, value, value - width, value + width, "20 of 20 runs");
    }

    private static DifferenceChart Changes(string name) => new()
    {
        Title = "What changed",
        Label = "times the allowed difference; worse to the right",
        Rows =
        [
            new("cost.total", 2, 1.9, 2.1, 1, "worse", "+$3.80 (+1.0 %)  worse"),
            new("latency.p99", 0.9, -0.4, 2.2, 1, "unclear", "+12 ms ± 17 ms  unclear"),
            new(name, 0.1, -0.2, 0.4, 1, "same", "+0.03 s ± 0.05 s  same"),
            new("recovery.allReplicasReady", -90, -100, -80, 1, "better", "-1:44:18 ± 0:00:06  better"),
        ],
    };

    private static Boundary Found(int runs) => new()
    {
        Title = "What holds",
        Label = "nodes of pool default",
        Marks = [(1347, "smallest that holds: 1,347 nodes"), (1400, "asked for: 1,400 nodes; margin 53, 4 %")],
        Rows =
        [
            .. new[] { "us-east1-b", "us-east1-c", "us-east1-d" }.Select((zone, i) => new BoundaryRow(
                $"losing {zone}",
                [.. new[] { 1200.0, 1275, 1312, 1331, 1340, 1344, 1347, 1350, 1400, 1800, 2400 }.Select(at =>
                    new BoundaryPoint(
                        at, at >= 1340 + (3.5 * i) ? runs : at < 1330 ? 0 : runs / 2, runs, "pods pending: 11 of web-031"))])),
        ],
    };

    private static History Past() => new(
        "Measures over the baselines", ["2016-08-01 3f2a1c", "2016-08-09 77be01", "2016-08-20 a0c3ab", "2016-09-01 d20489", "this one"],
        [
            new("recovery.allReplicasReady", "s", [.. Enumerable.Range(0, 5).Select(i => PointOf(i, 0, 30))]),
            new("events", "", [.. new[] { 0, 1, 3, 4 }.Select(i => new IntervalPoint(i, 12_000_000 + (i * 100), 12_000_000, 12_001_000))]),
        ], Interval);

    private static Shares Downtime(int parts) => new()
    {
        Title = "What downtime comes from",
        Label = "downtime a year",
        Unit = "s",
        Parts = [.. Enumerable.Range(0, parts).Select(i => i == 0 ? "zones" : $"rack losses of kind {i}")],
        Rows =
        [
            new("as it is", [.. Enumerable.Range(0, parts).Select(i => 2500.0 / (i + 1))], "1 h 8 min a year"),
            new("with deleting-pods-qps 10", [.. Enumerable.Range(0, parts).Select(i => 900.0 / (i + 1))], "24 min a year"),
        ],
    };

    private static Spread Seeds(int count, string name) => new()
    {
        Title = "Every measure, run by run",
        Interval = Interval,
        Rows =
        [
            new(name, "s", [.. Values(count, 700, 90)], 702, 690, 714, $"0:11:42 ± 12 s ({count} of {count})"),
            new(
                "availability.users", "share", [.. Values(count - 1, 0.995, 0.001)], 0.995, 0.9948, 0.9952,
                $"99.5 % ± 0.02 % ({count - 1} of {count})"),
            new("pods.pendingAtEnd", "pods", [.. Values(count, 0, 0)], 0, 0, 0, "0"),
            new("never", "s", [], 0, 0, 0, "in none"),
        ],
    };

    private static IEnumerable<(string Seed, double Value)> Values(int count, double around, double width) =>
        Enumerable.Range(1, count).Select(seed => ($"{seed}", around + (width * Math.Sin(seed * 1.7))));
}
