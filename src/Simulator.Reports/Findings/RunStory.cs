namespace Simulator.Reports;

/// <summary>What kinds of findings look at: a run that has ended, its measures, and how its clusters stood at the end.</summary>
internal sealed class RunStory(RunRecorder run, IReadOnlyDictionary<string, double> measures, IReadOnlyList<ServiceRow> services)
{
    public RunRecorder Run => run;

    public TimeSpan End => run.Scenario.Duration;

    /// <summary>A measure, or null if this run has none of that name.</summary>
    public double? Measure(string name) => measures.TryGetValue(name, out var value) ? value : null;

    /// <summary>An object by the name that people use for it, with its cluster where there are several.</summary>
    public string NameOf(string cluster, string key) => run.Clusters.Count > 1 ? $"{cluster}: {Names.Short(key)}" : Names.Short(key);

    /// <summary>Replicas that stand behind a service; 0 if nothing does.</summary>
    public int ReplicasOf(ServiceLife service) => services.FirstOrDefault(row => row.Cluster == service.Cluster && row.Service == service.Name)?.Desired ?? 0;
}
