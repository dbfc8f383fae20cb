using Simulator.Api;
using Simulator.ControlPlane.Federation.Clusters;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Populations;

/// <summary>What a federation's control plane came to know of its clusters, and the replicas that it gave each.</summary>
internal sealed class FederationLife(Scenario scenario)
{
    private readonly HashSet<string> _sets = [.. (scenario.Federation?.Workloads ?? [])
        .SelectMany(workload => workload.Objects).OfType<ReplicaSet>().Select(set => set.Key.ToString())];

    private readonly List<TimeSpan> _alarms = [];
    private readonly List<(TimeSpan At, string Cluster, string Set, long Replicas)> _given = [];

    /// <summary>It has ReplicaSets of its own.</summary>
    public bool HasSets => _sets.Count > 0;

    public void Observe(in Observation fact)
    {
        if (fact is { Kind: ObservationKind.FederationMemberChanged, Other: ClusterConditions.Offline or "NotReady" }) _alarms.Add(fact.At);
        else if (fact.Kind == ObservationKind.WorkloadScaled && _sets.Contains(fact.Subject))
        {
            _given.Add((fact.At, fact.Cluster, fact.Subject, fact.Value));
        }
    }

    /// <summary>When a cluster was found not to be well, after an outage began; null: never.</summary>
    public TimeSpan? NoticedAt(TimeSpan outage)
    {
        foreach (var alarm in _alarms)
        {
            if (alarm >= outage) return alarm;
        }

        return null;
    }

    /// <summary>Replicas that clusters were given beyond what each had when an outage began, at most.</summary>
    public long ReplicasMoved(TimeSpan outage) => _given.GroupBy(given => (given.Cluster, given.Set)).Sum(cluster =>
    {
        var before = cluster.LastOrDefault(given => given.At < outage).Replicas;
        return Math.Max(0, cluster.Where(given => given.At >= outage).Select(given => given.Replicas - before).DefaultIfEmpty().Max());
    });
}
