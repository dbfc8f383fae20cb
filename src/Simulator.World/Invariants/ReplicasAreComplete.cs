using Simulator.Api;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Judged at the end: nothing was scaled, created, marked or removed for six minutes (expectations lapse after five), and nobody refused a
/// creation. Deployments and daemon sets also want readiness and nodes to be quiet.
/// </summary>
internal sealed class ReplicasAreComplete(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(ReplicasAreComplete);

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(6);

    /// <summary>A refused creation wakes no job: it waits for its resync of ten minutes.</summary>
    private static readonly TimeSpan JobQuiet = TimeSpan.FromMinutes(11);

    private TimeSpan _lastChange;
    private TimeSpan _lastRefusal = TimeSpan.MinValue;

    /// <summary>Of readiness, rollouts and nodes.</summary>
    private TimeSpan _lastUnrest;

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.CreationForbidden) _lastRefusal = observation.At;
        switch (observation.Kind)
        {
            case ObservationKind.PodCreated or ObservationKind.PodDeletionMarked or ObservationKind.PodRemoved
                or ObservationKind.PodFinished:
            case ObservationKind.WorkloadScaled or ObservationKind.CreationForbidden or ObservationKind.OperationDone:
                _lastChange = observation.At;
                break;
            case ObservationKind.PodReady or ObservationKind.PodNotReady or ObservationKind.RolloutChanged:
            case ObservationKind.NodeAdded or ObservationKind.NodeRemoved or ObservationKind.NodeConditionChanged
                or ObservationKind.PodBound:
                _lastUnrest = observation.At;
                break;
            case ObservationKind.RunEnded when IsQuiet(observation.At):
                Judge();
                if (observation.At - _lastChange >= JobQuiet && cluster.Troubles.AreOverFor(JobQuiet, observation.At)) JudgeJobs();
                if (observation.At - _lastUnrest >= Quiet) JudgeTheRest();
                break;
        }
    }

    /// <summary>Who was refused may not have tried again yet.</summary>
    private bool IsQuiet(TimeSpan now) =>
        now - _lastChange >= Quiet && cluster.Troubles.AreOverFor(Quiet, now)
        && (_lastRefusal == TimeSpan.MinValue || now - _lastRefusal >= Quiet + cluster.Spec.Version.LongestRetry);

    private void Judge()
    {
        var classes = cluster.Store.List("Pod")
            .Cast<Pod>()
            .Where(pod => pod.IsActive)
            .CountBy(pod => (pod.Namespace, pod.Metadata.Labels))
            .ToList();
        foreach (var controller in cluster.Store.List("ReplicationController").Cast<ReplicationController>())
        {
            Compare(controller, controller.Replicas, controller.Selector.IsSubsetOf, classes);
        }

        foreach (var set in cluster.Store.List("ReplicaSet").Cast<ReplicaSet>())
        {
            if (set.Selector is { } selector && SelectorMatcher.TryCompile(selector, out var matcher, out _))
            {
                Compare(set, set.Replicas, matcher.Matches, classes);
            }
        }
    }

    private void JudgeJobs()
    {
        foreach (var job in All<Job>()) Tell(job, JobIsServed.Wrong(job, PodsOf(job)));
    }

    private void JudgeTheRest()
    {
        var nodes = All<Node>().ToList();
        var pods = All<Pod>().Where(pod => pod.IsAssigned).ToLookup(pod => pod.NodeName, StringComparer.Ordinal);
        foreach (var deployment in All<Deployment>())
        {
            Tell(deployment, DeploymentIsServed.Wrong(deployment, PodsOf(deployment), cluster.Spec.Version));
        }

        foreach (var set in All<PetSet>())
        {
            Tell(set, PetSetIsServed.Wrong(set, PodsOf(set), cluster.Spec.ControllerManager.PetSets.PetList));
        }
        foreach (var set in All<DaemonSet>())
        {
            var own = PodsOf(set).ToHashSet();
            foreach (var node in nodes)
            {
                Tell(
                    set,
                    cluster.Spec.Version.SchedulesDaemons
                        ? ScheduledDaemonIsServed.Wrong(set, node, own)
                        : DaemonIsServed.Wrong(set, node, own, [.. pods[node.Name]]));
            }
        }
    }

    private void Tell(ApiObject owner, string? wrong)
    {
        if (wrong is not null && !IsLeaving(owner.Namespace))
        {
            cluster.Break(Name, $"{owner.Kind} {owner.Key} {wrong}, and nothing has changed since {_lastChange:c}");
        }
    }

    private bool IsLeaving(string name) =>
        cluster.Store.Find<Namespace>("Namespace", new ObjectKey("", name)) is { Phase: NamespacePhase.Terminating };

    private IEnumerable<T> All<T>()
        where T : ApiObject => cluster.Store.List(typeof(T).Name).Cast<T>();

    private List<Pod> PodsOf(IPodOwner owner)
    {
        var space = ((ApiObject)owner).Namespace;
        return owner.PodSelector is { } selector && SelectorMatcher.TryCompile(selector, out var matcher, out _)
            ? [.. All<Pod>().Where(pod => pod.Namespace == space && matcher.Matches(pod.Metadata.Labels))]
            : [];
    }

    private void Compare(
        ApiObject owner, int wanted, Func<LabelSet, bool> selects, List<KeyValuePair<(string Namespace, LabelSet Labels), int>> classes)
    {
        var active = classes.Where(entry => entry.Key.Namespace == owner.Namespace && selects(entry.Key.Labels)).Sum(entry => entry.Value);
        if (active != wanted)
        {
            cluster.Break(
                Name,
                $"{owner.Kind} {owner.Key} wants {wanted:N0} replicas and has {active:N0}, and nothing has changed since {_lastChange:c}");
        }
    }
}
