using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// When each pod is to be deleted: in memory only, at most one timer a pod (TimedWorkerQueue in
/// pkg/controller/nodelifecycle/scheduler/timed_workers.go of 1.20).
/// </summary>
/// <param name="fire">Told of each pod that is due, and of its node.</param>
internal sealed class EvictionTimers(TaintingContext context, Action<string, ObjectKey> fire)
{
    private readonly SortedSet<(Instant At, ObjectKey Pod, string Node)> _due = [];

    /// <summary>A pod whose timer has fired stays, without one, so that nobody adds another.</summary>
    private readonly Dictionary<ObjectKey, (Instant Start, Instant At, string Node)?> _timers = [];

    public Instant? Next => _due.Count > 0 ? _due.Min.At : null;

    /// <summary>When the timer that runs for a pod was set; null: none runs.</summary>
    public Instant? StartOf(ObjectKey pod) => _timers.GetValueOrDefault(pod)?.Start;

    /// <summary>A pod that has one, or had one that fired, gets none.</summary>
    public void Add(Pod pod, Instant start, Instant at)
    {
        if (_timers.ContainsKey(pod.Key)) return;
        if (at <= start)
        {
            _timers[pod.Key] = null;
            fire(pod.NodeName, pod.Key);
            return;
        }

        _timers[pod.Key] = (start, at, pod.NodeName);
        _due.Add((at, pod.Key, pod.NodeName));
    }

    public void Cancel(ObjectKey pod)
    {
        if (!_timers.Remove(pod, out var timer) || timer is not { } running) return;
        _due.Remove((running.At, pod, running.Node));
        context.TellOfPod(pod, "TaintManagerEviction", $"Cancelling deletion of Pod {pod}");
    }

    /// <summary>Its deletion has failed: another may be tried.</summary>
    public void Forget(ObjectKey pod)
    {
        if (_timers.GetValueOrDefault(pod) is null) _timers.Remove(pod);
    }

    public void Fire()
    {
        while (_due.Count > 0 && _due.Min.At <= context.Now)
        {
            var due = _due.Min;
            _due.Remove(due);
            _timers[due.Pod] = null;
            fire(due.Node, due.Pod);
        }
    }
}
