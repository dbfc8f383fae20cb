using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>Would the scheduler put this pod there? Its own predicates answer (simulator/predicates.go).</summary>
/// <param name="state">Claims and volumes.</param>
public sealed class PredicateChecker(IReadOnlyList<IPredicate> predicates, ClusterState state)
{
    /// <summary>
    /// Those of the default provider, whatever policy the scheduler has: that is how pods come about which only one of them can place.
    /// </summary>
    public static PredicateChecker Default(ClusterState state)
    {
        var settings = new SchedulerSettings();
        return new PredicateChecker([.. PredicateTable.DefaultNames.Select(name => PredicateTable.Make(name, settings)!)], state);
    }

    /// <summary>An error counts as no.</summary>
    public bool Fits(Pod pod, NodeInfo node) => Refusal(pod, node) is null;

    /// <summary>What the first predicate says that refuses the pod; null if it fits.</summary>
    public string? Refusal(Pod pod, NodeInfo node)
    {
        foreach (var predicate in predicates)
        {
            if (!predicate.CanReject(pod)) continue;
            var verdict = predicate.Check(pod, node, state);
            if (!verdict.IsFit) return verdict.Reason ?? verdict.Error;
        }

        return null;
    }
}
