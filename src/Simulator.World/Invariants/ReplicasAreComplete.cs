using Simulator.Api;

namespace Simulator.World;

/// <summary>Judged at the end: nothing was scaled, created, marked or removed for six minutes (expectations lapse after five), and nobody refused a creation.</summary>
internal sealed class ReplicasAreComplete(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(ReplicasAreComplete);

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(6);

    private TimeSpan _lastChange;

    public void Observe(in Observation observation)
    {
        switch (observation.Kind)
        {
            case ObservationKind.PodCreated or ObservationKind.PodDeletionMarked or ObservationKind.PodRemoved or ObservationKind.PodFinished:
            case ObservationKind.WorkloadScaled or ObservationKind.CreationForbidden or ObservationKind.OperationDone:
                _lastChange = observation.At;
                break;
            case ObservationKind.RunEnded when observation.At - _lastChange >= Quiet && cluster.Troubles.AreOverFor(Quiet, observation.At):
                Judge();
                break;
        }
    }

    private void Judge()
    {
        var classes = cluster.Store.List("Pod").Cast<Pod>().Where(pod => pod.IsActive).CountBy(pod => (pod.Namespace, pod.Metadata.Labels)).ToList();
        foreach (var controller in cluster.Store.List("ReplicationController").Cast<ReplicationController>())
        {
            Compare(controller, controller.Replicas, controller.Selector.IsSubsetOf, classes);
        }

        foreach (var set in cluster.Store.List("ReplicaSet").Cast<ReplicaSet>())
        {
            if (set.Selector is { } selector && SelectorMatcher.TryCompile(selector, out var matcher, out _)) Compare(set, set.Replicas, matcher.Matches, classes);
        }
    }

    private void Compare(ApiObject owner, int wanted, Func<LabelSet, bool> selects, List<KeyValuePair<(string Namespace, LabelSet Labels), int>> classes)
    {
        var active = classes.Where(entry => entry.Key.Namespace == owner.Namespace && selects(entry.Key.Labels)).Sum(entry => entry.Value);
        if (active != wanted) cluster.Break(Name, $"{owner.Kind} {owner.Key} wants {wanted:N0} replicas and has {active:N0}, and nothing has changed since {_lastChange:c}");
    }
}
