using Simulator.Api;
using Simulator.ControlPlane.Federation.Clusters;
using Simulator.ControlPlane.Federation.Replicas;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Judged at the end, if nobody did anything for ten minutes and nothing is in trouble. Clusters that are not ready do not count: their
/// replicas have been given to others, and are still there.
/// </summary>
internal sealed class ReplicasAddUp(CheckedFederation federation) : IFederationRule
{
    public const string Name = nameof(ReplicasAddUp);

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> _stopped = new(StringComparer.Ordinal);
    private TimeSpan _lastUnrest;
    private int _outages;
    private bool _isJudged;

    public void Observe(in Observation observation)
    {
        switch (observation.Kind)
        {
            case ObservationKind.RunEnded: Judge(observation.At); return;
            case ObservationKind.OutageStarted: _outages++; break;
            case ObservationKind.OutageEnded: _outages--; break;
            case ObservationKind.ComponentStopped: _stopped.Add($"{observation.Cluster}/{observation.Subject}"); break;
            case ObservationKind.ComponentStarted: _stopped.Remove($"{observation.Cluster}/{observation.Subject}"); break;
            case ObservationKind.OperationDone or ObservationKind.FederationMemberChanged or ObservationKind.NodeReadyChanged:
            case ObservationKind.PodCreated or ObservationKind.PodRemoved or ObservationKind.PodReady or ObservationKind.PodNotReady:
                break;
            default: return;
        }

        _lastUnrest = observation.At;
    }

    private void Judge(TimeSpan end)
    {
        if (_isJudged || _outages > 0 || _stopped.Count > 0 || end - _lastUnrest < Quiet) return;
        _isJudged = true;
        var ready = federation.Federation.Store.List("Cluster").Cast<Cluster>().Where(ClusterConditions.AreReady)
            .Select(cluster => cluster.Name).ToList();
        foreach (var set in federation.Federation.Store.List("ReplicaSet").Cast<ReplicaSet>()) Judge(set, ready);
    }

    private void Judge(ReplicaSet set, IReadOnlyList<string> ready)
    {
        var none = new Dictionary<string, long>();
        var plan = Planner.Plan(
            PreferencesText.Read(set.Metadata.Annotations), new ReplicaTask(set.Replicas, ready, none, none, set.Key.ToString()));
        if (plan.Replicas.Values.Sum() != set.Replicas) return;
        var stores = federation.Clusters.Where(cluster => ready.Contains(cluster.Spec.Name)).Select(cluster => cluster.Store).ToList();
        if (stores.Exists(store => store.List("Pod").Cast<Pod>().Any(pod => IsOf(set, pod) && pod.Status.Phase != PodPhase.Running)))
        {
            return;
        }
        var there = stores.Sum(store => store.Find<ReplicaSet>("ReplicaSet", set.Key)?.Replicas ?? 0);
        if (there != set.Replicas)
        {
            federation.Break(
                Name,
                $"ReplicaSet {set.Key} wants {set.Replicas} replicas and the ready clusters have {there}, and nothing has changed since "
                    + $"{_lastUnrest:c}");
        }
    }

    private static bool IsOf(ReplicaSet set, Pod pod) =>
        set.Selector is { } selector
            && SelectorMatcher.TryCompile(selector, out var matcher, out _)
            && matcher.Matches(pod.Metadata.Labels);
}
