using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// Deletes the pods that do not tolerate the NoExecute taints of their node, or have done so for as long as they said
/// (NoExecuteTaintManager in pkg/controller/nodelifecycle/scheduler/taint_manager.go of 1.20).
/// </summary>
internal sealed class TaintEvictor
{
    private const int Tries = 5;
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromMilliseconds(10);

    private readonly TaintingContext _context;
    private readonly EvictionTimers _timers;
    /// <summary>Nodes that have lost a pod since they were tainted.</summary>
    private readonly HashSet<string> _evicted = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<Taint>> _tainted = new(StringComparer.Ordinal);

    public TaintEvictor(TaintingContext context)
    {
        _context = context;
        _timers = new EvictionTimers(context, Evict);
    }

    public Instant? Next => _timers.Next;

    public void Wake() => _timers.Fire();

    public void ObserveNode(Node? old, Node? node)
    {
        var (had, has) = (EvictingOn(old), EvictingOn(node));
        if (old is not null && node is not null && had.SequenceEqual(has)) return;
        var name = (node ?? old)!.Name;
        if (has.Count > 0) _tainted[name] = has;
        else Relieve(name);
        if (node is null) return;
        foreach (var pod in _context.PodsOn(name))
        {
            if (has.Count == 0) _timers.Cancel(pod.Key);
            else Weigh(pod, has);
        }
    }

    /// <summary>A pod is new on its node, or tolerates something else than before, or is gone.</summary>
    public void ObservePod(in WatchEvent change)
    {
        var pod = (Pod)change.Object;
        if (change.Type == WatchEventType.Deleted)
        {
            _timers.Cancel(pod.Key);
            return;
        }

        if (change.Previous is Pod old && old.NodeName == pod.NodeName && Tolerates(old).SequenceEqual(Tolerates(pod))) return;
        if (pod.IsAssigned && _tainted.TryGetValue(pod.NodeName, out var taints)) Weigh(pod, taints);
    }

    /// <summary>A timer that runs is kept: it never moves, not to an earlier moment either.</summary>
    private void Weigh(Pod pod, List<Taint> taints)
    {
        var now = _context.Now;
        if (ToleratedTime.Of(taints, Tolerates(pod)) is not { } tolerated)
        {
            _timers.Cancel(pod.Key);
            _timers.Add(pod, now, now);
        }
        else if (tolerated.Length is { } length)
        {
            if (_timers.StartOf(pod.Key) is { } start)
            {
                if (start + length < now + length) return;
                _timers.Cancel(pod.Key);
            }

            _timers.Add(pod, now, now + length);
        }
    }

    private void Relieve(string node)
    {
        _tainted.Remove(node);
        _evicted.Remove(node);
    }

    private void Evict(string node, ObjectKey pod)
    {
        if (_evicted.Add(node)) _context.Notes.Add(new LifecycleNote(LifecycleNoteKind.NodeEvicted, node, _context.Now));
        _context.Routines.Start(Delete(pod));
    }

    private IEnumerator<Wait> Delete(ObjectKey pod)
    {
        _context.TellOfPod(pod, "TaintManagerEviction", $"Marking for deletion Pod {pod}");
        for (var i = 0; i < Tries; i++)
        {
            var delete = new Call(new DeleteRequest("Pod", pod));
            yield return delete;
            if (delete.Response.IsOk) yield break;
            yield return new Pause(_context.Routines, RetryPeriod);
        }

        _timers.Forget(pod);
    }

    private static IReadOnlyList<Toleration> Tolerates(Pod pod) => pod.Spec.Tolerations.Value ?? [];

    private static List<Taint> EvictingOn(Node? node) =>
        node is null ? [] : [.. TaintKeys.On(node).Where(static taint => taint.Effect == TaintKeys.NoExecute)];
}
