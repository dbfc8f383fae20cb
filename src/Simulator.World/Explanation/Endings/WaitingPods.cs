using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.World.Observations;
using Simulator.World.Views;

namespace Simulator.World.Explanation.Endings;

/// <summary>The pods that are wanted and not ready. One of each template is asked for its reason, which stands for all of them.</summary>
internal sealed class WaitingPods
{
    /// <summary>Of more templates without a node nobody reads, and each costs a pass over all nodes.</summary>
    private const int ExplainedMax = 200;

    /// <summary>Groups for which empty nodes are filled.</summary>
    private const int HelpedMax = 20;

    private readonly IClusterView _cluster;
    private readonly TimeSpan _now;
    private readonly List<WaitingPod> _all = [];
    private readonly List<WaitingGroup> _groups = [];
    private readonly Dictionary<(string Owner, IReadOnlyList<Container> Template, string Own), WaitReason> _reasons = [];
    private IReadOnlyDictionary<ObjectKey, Instant>? _tries;
    private IPlacementReason? _asked;
    private int _helped;

    public WaitingPods(IClusterView cluster, TimeSpan now)
    {
        (_cluster, _now) = (cluster, now);
        var pods = cluster.Store.List("Pod").Cast<Pod>().Where(pod => pod is { IsActive: true, IsReady: false }).ToList();
        var placeless = pods.Where(pod => !pod.IsAssigned)
            .GroupBy(ClassOf)
            .SelectMany(alike => alike.Select(pod => (Pod: pod, Reason: ReasonOf(alike.Key, alike.First()))));
        var placed = pods.Where(pod => pod.IsAssigned).Select(pod => (Pod: pod, Reason: UnreadyReason.Of(cluster, pod)));
        foreach (var alike in placeless.Concat(placed).GroupBy(entry => (
            WorkloadFacts.OwnerOf(entry.Pod), entry.Pod.IsAssigned, entry.Reason)))
        {
            Add(alike.Key.Item1, alike.Key.Reason, [.. alike.Select(entry => entry.Pod)]);
        }
    }

    /// <summary>In name order.</summary>
    public IReadOnlyList<WaitingPod> All => [.. _all.OrderBy(pod => pod.Pod, StringComparer.Ordinal)];

    /// <summary>Most pods first; what would help is asked of those that find no room.</summary>
    public IReadOnlyList<WaitingGroup> Groups =>
        [.. _groups.OrderByDescending(group => group.Count).ThenBy(
            group => group.Workload, StringComparer.Ordinal).ThenBy(group => group.Example, StringComparer.Ordinal)];

    private IPlacementReason Asked => _asked ??= NewAsked();

    /// <summary>Whoever schedules in this cluster is asked, in a process that has just started.</summary>
    private IPlacementReason NewAsked()
    {
        var scheduler = StartedScheduler.Of(_cluster);
        return scheduler is Scheduler predicates
            ? new PlacementReason(_cluster, new SchedulerView(predicates))
            : new FrameworkReason(_cluster, scheduler);
    }

    /// <summary>Pods of one template share its containers; those that name claims are each a class of their own.</summary>
    private static (string Owner, IReadOnlyList<Container> Template, string Own) ClassOf(Pod pod) => (
        WorkloadFacts.OwnerOf(pod),
        pod.Spec.Containers,
        pod.Metadata.CreatedBy is null || pod.Spec.Volumes.Any(volume => volume.ClaimName is not null) ? pod.Name : "");

    private WaitReason ReasonOf((string, IReadOnlyList<Container>, string) alike, Pod pod)
    {
        if (_reasons.TryGetValue(alike, out var known)) return known;
        var reason = _reasons.Count < ExplainedMax
            ? Asked.Of(pod)
            : new WaitReason("no node", "simulator explain says why");
        _reasons.Add(alike, reason);
        return reason;
    }

    private void Add(string owner, WaitReason reason, List<Pod> pods)
    {
        var first = pods[0];
        foreach (var pod in pods)
        {
            _all.Add(new WaitingPod(pod.Key.ToString(), owner, pod.NodeName, CreatedAt(pod), NextTry(pod), reason.Reason));
        }
        var detail = first.IsAssigned
            ? reason.Detail
            : string.Join("; ", new[] { reason.Detail, Help(first, reason, pods.Count) }.Where(part => part.Length > 0));
        _groups.Add(new WaitingGroup(
            owner, reason.Reason, detail, pods.Count, first.Key.ToString(), first.IsAssigned, pods.Min(CreatedAt)));
    }

    private string Help(Pod pod, WaitReason reason, int count) =>
        reason.Reason.StartsWith("Insufficient ", StringComparison.Ordinal) && _helped++ < HelpedMax
            ? Asked.HelpFor(pod, count)
            : "";

    private TimeSpan? NextTry(Pod pod) =>
        !pod.IsAssigned && (_tries ??= _cluster.Scheduling.NextTries()).TryGetValue(pod.Key, out var next) ? next.SinceStart : null;

    /// <summary>What was there before the run began waits since it began.</summary>
    private TimeSpan CreatedAt(Pod pod) =>
        pod.Metadata.CreationTimestamp is { } created && created.SinceStart > TimeSpan.Zero
            ? created.SinceStart
            : pod.Metadata.CreationTimestamp is null
            ? _now
            : TimeSpan.Zero;
}
