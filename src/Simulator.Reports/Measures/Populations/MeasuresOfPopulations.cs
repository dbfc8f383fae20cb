namespace Simulator.Reports.Measures.Populations;

/// <summary>What users of federated services saw, and how long they waited for it.</summary>
internal sealed class MeasuresOfPopulations(RunRecorder run, MeasureSet measures)
{
    public void Add()
    {
        if (run.Populations.Count == 0) return;
        var all = run.Populations.Select(life => life.Sums).ToList();
        measures.AddCount("users.slow", Math.Round(all.Sum(sums => sums.Slow)));
        measures.AddCount("users.stale", Math.Round(all.Sum(sums => sums.Stale)));
        measures.AddCount("users.staleFailed", Math.Round(all.Sum(sums => sums.FailedStale)));
        measures.AddCount("users.misledFailed", Math.Round(all.Sum(sums => sums.FailedCurrent)));
        measures.AddCount("users.overloadFailed", Math.Round(all.Sum(sums => sums.FailedShort)));
        measures.AddShare("users.farShare", FarShare());
        foreach (var region in run.Populations.GroupBy(life => life.Users.Region)) AddRegion(region.Key, [.. region]);
    }

    private void AddRegion(string region, List<PopulationLife> lives)
    {
        var requests = lives.Sum(life => life.Sums.Requests);
        if (requests > 0) measures.AddShare($"users.answered.{region}", 1 - (lives.Sum(life => life.Sums.Failed) / requests));
        measures.AddLatency($"users.latency.{region}", lives.Max(life => life.P99));
        var paths = lives.Select(life => RowsOfPopulations.PathOf(life, run)).OfType<FailoverPath>().ToList();
        if (paths.Count == 0) return;
        measures.AddSeconds($"users.firstServed.{region}", paths.Min(path => path.FirstServedAt - path.StartedAt));
        if (paths.TrueForAll(path => path.ServedAt is not null))
        {
            measures.AddSeconds($"users.served.{region}", paths.Max(path => path.ServedAt - path.StartedAt));
        }
    }

    /// <summary>Null: nobody was answered.</summary>
    private double? FarShare()
    {
        var regions = run.Scenario.Clusters.Select(cluster => cluster.Region).ToList();
        var (far, all) = (0.0, 0.0);
        foreach (var life in run.Populations)
        {
            for (var i = 0; i < regions.Count; i++)
            {
                all += life.Sums.AnsweredBy[i];
                if (regions[i] != life.Users.Region) far += life.Sums.AnsweredBy[i];
            }
        }

        return all > 0 ? far / all : null;
    }
}
