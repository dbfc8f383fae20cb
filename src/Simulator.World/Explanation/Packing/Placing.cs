using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.World.ApiServer;
using Simulator.World.ApiServer.Admission;
using Simulator.World.Observations;

namespace Simulator.World.Explanation.Packing;

/// <summary>
/// A copy of a cluster in which time stands still: the API server's admission and the scheduler's own decisions say what would be placed
/// where, one pod after the other, and nothing else moves.
/// </summary>
internal sealed class Placing
{
    private readonly ObjectStore _store = new();
    private readonly AdmissionChain _admission;
    private readonly IPodScheduler _scheduler;
    private readonly FullnessCount _fullness;
    private readonly Dictionary<(string Workload, IReadOnlyList<Container> Template), UnplacedPods> _unplaced = [];

    /// <param name="nodes">Those that are there.</param>
    /// <param name="pods">Those that are on them.</param>
    public Placing(ClusterSnapshot cluster, IEnumerable<Node> nodes, IEnumerable<Pod> pods)
    {
        _admission = new AdmissionChain(_store, cluster.Spec.AdmissionPlugins);
        IReadOnlyList<Node> there = [.. nodes];
        foreach (var value in cluster.Objects.Concat(there)) _store.Put(value);
        _fullness = new FullnessCount(there);
        _scheduler = StartedScheduler.Of(cluster.Spec, _store);
        foreach (var pod in pods) Show(pod);
    }

    /// <summary>The pods that found no place so far, by workload, most first.</summary>
    public IReadOnlyList<UnplacedPods> Unplaced =>
        [.. _unplaced.Values.OrderByDescending(pods => pods.Count).ThenBy(pods => pods.Workload, StringComparer.Ordinal)];

    public int UnplacedCount { get; private set; }

    public Fullness Fullness => _fullness.Now;

    /// <summary>Something that is there besides; what is there already stays as it is.</summary>
    /// <param name="pods">Those of its namespace, which a new quota counts.</param>
    /// <returns>Why the API server refuses it; null if it does not.</returns>
    public string? Add(ApiObject value, IEnumerable<Pod> pods)
    {
        if (_store.Find(value.Kind, value.Key) is not null) return null;
        if (_admission.Review(value) is { IsAdmitted: false } refusal) return refusal.Reason;
        Show(_store.Put(value is ResourceQuota quota ? quota with { Status = QuotaCount.StatusOf(quota, pods) } : value));
        return null;
    }

    /// <summary>The pod as the API server would store it: quotas have counted it then.</summary>
    public AdmissionVerdict Admit(Pod pod) => _admission.Review(pod);

    /// <summary>Puts a pod where the scheduler puts it.</summary>
    /// <returns>False: it has no place.</returns>
    public bool Place(Pod pod)
    {
        if (_scheduler.Settle(pod) is not { } host) return false;
        Show(pod with { Spec = pod.Spec with { NodeName = host } });
        return true;
    }

    /// <summary>As <see cref="Place"/>; remembers those that find no place, and why the first of each template did not.</summary>
    public void PlaceOrNote(Pod pod)
    {
        if (Place(pod)) return;
        UnplacedCount++;
        var alike = (WorkloadFacts.OwnerOf(pod), pod.Spec.Containers);
        _unplaced[alike] = _unplaced.TryGetValue(alike, out var known)
            ? known with { Count = known.Count + 1 }
            : new UnplacedPods(alike.Item1, pod.Key.ToString(), 1, WhyNot(pod));
    }

    /// <summary>What the scheduler has against a pod on each node.</summary>
    public PackingEnd WhyNot(Pod pod) => PackingEnd.Of(pod, _scheduler);

    private void Show(ApiObject value)
    {
        if (value is Pod pod) _fullness.Add(pod);
        if (_scheduler.Watches.Contains(value.Kind))
        {
            _scheduler.Deliver(new WatchEvent(WatchEventType.Added, value, null), Instant.Start);
        }
    }
}

/// <summary>Pods of one template that find no place.</summary>
/// <param name="Workload">"namespace/name", "" if nobody's.</param>
/// <param name="Example">"namespace/name" of the first.</param>
/// <param name="End">What was against the first, when its turn came.</param>
public sealed record UnplacedPods(string Workload, string Example, int Count, PackingEnd End)
{
    /// <summary>The workload, or the pod itself where it has none.</summary>
    public string Title => Workload.Length > 0 ? Workload : Example;
}
