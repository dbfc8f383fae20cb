using Simulator.Api;
using Simulator.Reports.Measures;
using Simulator.World.Explanation.Endings;
using Simulator.World.Observations;

namespace Simulator.Reports.Findings;

/// <summary>What kinds of findings look at: a run that has ended, its measures, and how its clusters stood at the end.</summary>
internal sealed class RunStory(
    RunRecorder run, IReadOnlyDictionary<string, double> measures, IReadOnlyList<ServiceRow> services, RunEnding ending)
{
    private readonly Lazy<Dictionary<(string Cluster, string Service), int>> _replicas = new(
        () => services.ToDictionary(row => (row.Cluster, row.Service), row => row.Desired));

    private readonly Lazy<ILookup<(string Cluster, string Workload), WaitingGroup>> _waits = new(
        () => ending.Clusters.SelectMany(entry => entry.Groups.Select(group => (entry.Cluster, Group: group)))
            .ToLookup(entry => (entry.Cluster, entry.Group.Workload), entry => entry.Group));

    public RunRecorder Run => run;

    /// <summary>Worst first.</summary>
    public IReadOnlyList<ServiceRow> Services => services;

    /// <summary>What waits, and for what.</summary>
    public RunEnding Ending => ending;

    public TimeSpan End => run.Scenario.Duration;

    /// <summary>A measure, or null if this run has none of that name.</summary>
    public double? Measure(string name) => measures.TryGetValue(name, out var value) ? value : null;

    /// <summary>An object by the name that people use for it, with its cluster where there are several.</summary>
    public string NameOf(string cluster, string key) => run.Clusters.Count > 1 ? $"{cluster}: {Names.Short(key)}" : Names.Short(key);

    /// <summary>Replicas that stand behind a service; 0 if nothing does.</summary>
    public int ReplicasOf(ServiceLife service) =>
        _replicas.Value.GetValueOrDefault((service.Cluster, service.Name));

    /// <summary>Pods that carry a service's labels when the run ends; null: nobody has looked, or it has no selector.</summary>
    public int? MatchedBy(ServiceLife service) =>
        ending.Clusters.Where(entry => entry.Cluster == service.Cluster)
            .SelectMany(entry => entry.Services)
            .FirstOrDefault(entry => entry.Service == service.Name)?.Matched;

    /// <summary>What the pods of a workload wait for, most first.</summary>
    public IReadOnlyList<WaitingGroup> WaitsOf(string cluster, string workload) =>
        [.. _waits.Value[(cluster, workload)]];

    /// <summary>The last refusal of a pod to a workload; null if none was refused.</summary>
    public RefusalLife? RefusalOf(string cluster, string workload) =>
        run.Clusters.FirstOrDefault(fold => fold.Name == cluster)?.Mishaps.Refusals
        .Where(refusal => RefusedPods.IsOf(refusal.Subject, workload)).MaxBy(refusal => refusal.Last);

    /// <summary>Some workload that is short of pods, or whose rollout or work is not done, tells of the refusal.</summary>
    public bool IsTold(ClusterFold cluster, RefusalLife refusal)
    {
        var unfinished = ending.Clusters.Where(entry => entry.Cluster == cluster.Name)
            .SelectMany(entry => entry.Rollouts.Select(rollout => rollout.Deployment).Concat(entry.Jobs.Select(job => job.Job)));
        return cluster.Workloads.Where(workload => workload.IsShort)
            .Select(workload => workload.Name)
            .Concat(unfinished)
            .Any(workload => RefusedPods.IsOf(refusal.Subject, workload));
    }

    /// <summary>Its numbers rise and fall with its successes: it is told by its own measure.</summary>
    public bool IsJob(WorkloadLife workload) => workload.Kind == nameof(Job);

    /// <summary>A DaemonSet that is there when the run ends.</summary>
    public bool Exists(WorkloadLife set) =>
        ending.Clusters.FirstOrDefault(entry => entry.Cluster == set.Cluster) is not { } known || known.DaemonSets.Contains(set.Name);

    /// <summary><c>Service web</c> from "Service default/web".</summary>
    public string KindAndName(string cluster, string subject)
    {
        var space = subject.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? subject : $"{subject[..space]} {NameOf(cluster, subject[(space + 1)..])}";
    }

    /// <summary>Replicas that an object of the scenario asks for, from "Deployment default/web"; 0 for one that is no workload.</summary>
    public int ReplicasAskedFor(string cluster, string subject) => run.Scenario.Clusters.Where(spec => spec.Name == cluster)
        .SelectMany(spec => spec.Workloads).SelectMany(workload => workload.Objects)
        .Where(value => $"{value.Kind} {value.Key}" == subject).Select(value => WorkloadFacts.WantedBy(value) ?? 0).FirstOrDefault();
}
