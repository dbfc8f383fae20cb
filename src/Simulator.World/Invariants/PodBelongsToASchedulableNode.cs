using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes.Tainting;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Matching;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// The scheduler decides on its cache, and a binding may wait for tokens: so a node that has just been cordoned, marked or removed still
/// gets pods. A binding that is older than its assumption (30 s) is not judged; any other was decided when the cache showed a candidate.
/// </summary>
internal sealed class PodBelongsToASchedulableNode(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(PodBelongsToASchedulableNode);

    private const string Cordoned = "cordoned";

    private static readonly Taint Cordon = new(TaintKeys.Unschedulable, "", Tolerance.NoSchedule);

    /// <summary>Life of an assumption, the janitor's second, and what a watch may take.</summary>
    private static readonly TimeSpan Lag = SchedulerCache.AssumedPodLifetime + TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, (TimeSpan Since, string Why)> _closed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _expired = new(StringComparer.Ordinal);

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.AssumptionExpired) _expired.Add(observation.Subject);
    }

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is Node node) OnNode(commit.Type, node);
        else if (commit is { Object: Pod { IsAssigned: true } pod, Previous: Pod { IsAssigned: false } }) OnBound(pod);
    }

    private void OnNode(WatchEventType type, Node node)
    {
        if (type == WatchEventType.Deleted) _closed.TryAdd(node.Name, (cluster.Now, "removed"));
        else if (NodeFilter.IsCandidate(node)) _closed.Remove(node.Name);
        else Close(node.Name, node.Spec.Unschedulable && node.Status.Conditions.All(NodeFilter.Permits) ? Cordoned : "not ready");
    }

    private void Close(string node, string why)
    {
        if (!_closed.TryGetValue(node, out var closed) || closed.Why != why) _closed[node] = (cluster.Now, why);
    }

    private void OnBound(Pod pod)
    {
        if (!_closed.TryGetValue(pod.NodeName, out var closed) || cluster.Now - closed.Since <= Lag) return;
        if (closed.Why == Cordoned && ToleratesCordons(pod)) return;
        if (_expired.Contains(pod.Key.ToString()) || !cluster.Troubles.AreOverFor(Lag, cluster.Now)) return;
        cluster.Break(Name, $"pod {pod.Key} was bound to {pod.NodeName}, which was {closed.Why} since {closed.Since:c}");
    }

    /// <summary>As pods of DaemonSets do where the scheduler places them.</summary>
    private bool ToleratesCordons(Pod pod) =>
        cluster.Spec.Version.CordonsAreTaints && Tolerance.Covers(pod.Spec.Tolerations.Value ?? [], Cordon);
}
