using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Populations;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>
/// Users of each region: which clusters answer their requests over time, one above the other, and those that fail on top.
/// </summary>
internal static class PopulationPlot
{
    /// <summary>More charts one below the other nobody looks at: the largest are drawn.</summary>
    private const int RegionsMax = 6;

    /// <summary>More colours nobody tells apart.</summary>
    private const int ClustersMax = 5;

    /// <summary>One chart a region, those with most requests, in the scenario's order.</summary>
    public static IReadOnlyList<Chart> Of(Summary summary, RunRecorder run)
    {
        var regions = run.Populations.Where(life => life.Samples.Count > 0).GroupBy(life => life.Users.From).ToList();
        var most = regions.OrderByDescending(region => region.Sum(life => life.Sums.Requests))
            .Take(RegionsMax)
            .Select(region => region.Key);
        HashSet<string> shown = [.. most];
        return [.. regions.Where(region => shown.Contains(region.Key)).Select(region => Of(summary, run, region.Key, [.. region]))];
    }

    private static Chart Of(Summary summary, RunRecorder run, string region, List<PopulationLife> lives)
    {
        var count = run.Scenario.Clusters.Count;
        var series = new List<Series>();
        var fills = new List<ChartFill>();
        var under = Level(lives, _ => 0);
        for (var i = 0; i < Math.Min(count, ClustersMax); i++)
        {
            var last = i == ClustersMax - 1 && count > ClustersMax ? count : i + 1;
            var name = last > i + 1 ? "other clusters" : run.Scenario.Clusters[i].Name;
            Put(name, ToneOf(i), under, under = Level(lives, sample => Answered(sample, last)));
        }

        var all = Level(lives, sample => sample.Requests);
        Put("failed", Palette.Orange, Level(lives, sample => sample.Requests - sample.Failed), all);
        return new Chart
        {
            Title = $"Requests of {(lives[0].Users.Cluster.Length > 0 ? "" : "users in ")}{region}, by the cluster that answers",
            Across = new ClockScale(0, summary.Duration),
            Up = new NumberScale(0, Math.Max(0.01, all.Max(point => point.Value) * 1.08), "requests a second", 0.001),
            Place = HumanTime.Clock,
            Shades = RunSeries.Shades(summary),
            Fills = fills,
            Series = series,
        };

        void Put(string name, Tone tone, IReadOnlyList<SeriesPoint> lower, IReadOnlyList<SeriesPoint> upper)
        {
            if (!upper.Where((point, index) => point.Value - lower[index].Value > 0.0005).Any()) return;
            var top = new Series(name, tone, upper);
            series.Add(top);
            fills.Add(new ChartFill("", tone, new Series("", tone, lower), top));
        }
    }

    /// <summary>Orange is for what fails.</summary>
    private static Tone ToneOf(int cluster) => cluster == 0 ? Palette.Of(0) : Palette.Of(cluster + 1);

    /// <summary>Requests answered by the first clusters; retries are tries, so that they may be more than the requests.</summary>
    private static double Answered(PopulationSample sample, int clusters)
    {
        var sum = 0.0;
        for (var i = 0; i < clusters; i++) sum += sample.Sent[i] - sample.Lost[i];
        return Math.Min(sum, sample.Requests - sample.Failed);
    }

    private static List<SeriesPoint> Level(List<PopulationLife> lives, Func<PopulationSample, double> value) =>
        [.. lives[0].Samples.Select((sample, index) => new SeriesPoint(
            sample.At, Math.Round(lives.Sum(life => value(life.Samples[index])), 3)))];
}
