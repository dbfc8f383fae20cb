using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Queue;

/// <summary>
/// Pods that wait for a node: those to be tried now, those that back off, and those that wait for something to change
/// (internal/queue/scheduling_queue.go of 1.20).
/// </summary>
public sealed class PodQueue
{
    private readonly SortedDictionary<ObjectKey, QueuedPod> _unschedulable = [];

    /// <summary>Those that wait for an event, as they came; some have gone.</summary>
    private readonly Queue<(QueuedPod Pod, Instant Since)> _stuck = [];

    private readonly Nominations _nominations;

    private readonly QueueSettings _settings;

    private readonly PodHeap _active;

    private readonly PodHeap _backoff;

    public PodQueue(IQueueSort sort, Nominations nominations, QueueSettings settings)
    {
        (_nominations, _settings) = (nominations, settings);
        _active = new PodHeap((left, right) => sort.Compare(left.Pod, left.Timestamp, right.Pod, right.Timestamp) < 0);
        _backoff = new PodHeap((left, right) => EndOfBackoff(left) < EndOfBackoff(right));
    }

    /// <summary>Counts the pods that were taken out.</summary>
    public long Cycle { get; private set; }

    /// <summary>The cycle in which pods were last asked to move: who fails in it backs off and does not wait.</summary>
    public long MoveRequestCycle { get; private set; } = -1;

    public IEnumerable<ObjectKey> Active => _active.Keys;

    public IEnumerable<ObjectKey> BackingOff => _backoff.Keys;

    public IEnumerable<ObjectKey> Unschedulable => _unschedulable.Keys;

    public bool HasUnschedulable => _unschedulable.Count > 0;

    /// <summary>When the first pod's back-off ends; null if none backs off.</summary>
    public Instant? NextEndOfBackoff => _backoff.Peek() is { } first ? EndOfBackoff(first) : null;

    /// <summary>From when on a pod that waits for an event is moved without one; null if none waits.</summary>
    public Instant? NextEndOfPatience
    {
        get
        {
            while (_stuck.TryPeek(out var oldest))
            {
                if (_unschedulable.GetValueOrDefault(oldest.Pod.Pod.Key) == oldest.Pod && oldest.Pod.Timestamp == oldest.Since)
                {
                    return EndOfPatience(oldest.Since);
                }

                _stuck.Dequeue();
            }

            return null;
        }
    }

    public bool HasActive => _active.Count > 0;

    /// <summary>When the back-off of a pod ends; null for one that does not back off.</summary>
    public Instant? EndOfBackoff(ObjectKey pod) => _backoff.Find(pod) is { } waiting ? EndOfBackoff(waiting) : null;

    /// <summary>From when on a pod is moved without an event; null for one that does not wait for one.</summary>
    public Instant? EndOfPatience(ObjectKey pod) =>
        EndOfPatience(_unschedulable.TryGetValue(pod, out var waiting) ? waiting.Timestamp : null);

    /// <summary>How long a pod stays away after a try in vain, by the tries that it has had.</summary>
    public TimeSpan BackoffOf(QueuedPod pod)
    {
        var wait = _settings.InitialBackoff;
        for (var i = 1; i < pod.Attempts && wait <= _settings.MaxBackoff; i++) wait *= 2;
        return wait > _settings.MaxBackoff && pod.Attempts > 1 ? _settings.MaxBackoff : wait;
    }

    /// <summary>It waits here, wherever.</summary>
    public bool Contains(ObjectKey pod) =>
        _active.Find(pod) is not null || _backoff.Find(pod) is not null || _unschedulable.ContainsKey(pod);

    public void Add(Pod pod, Instant now)
    {
        _active.Set(new QueuedPod(pod, now));
        _unschedulable.Remove(pod.Key);
        _backoff.Remove(pod.Key);
        _nominations.Add(pod, null);
    }

    /// <summary>The next to be tried; null if there is none.</summary>
    public QueuedPod? Pop()
    {
        if (_active.Count == 0) return null;
        var pod = _active.Pop();
        pod.Attempts++;
        Cycle++;
        return pod;
    }

    /// <summary>Puts a pod back that was tried in vain. False if it is here already.</summary>
    /// <param name="cycle">In which it was tried.</param>
    public bool AddUnschedulable(QueuedPod pod, long cycle, Instant now)
    {
        var key = pod.Pod.Key;
        if (_unschedulable.ContainsKey(key)) return false;
        pod.Timestamp = now;
        if (_active.Find(key) is not null || _backoff.Find(key) is not null) return false;
        if (MoveRequestCycle >= cycle) _backoff.Set(pod);
        else
        {
            _unschedulable[key] = pod;
            _stuck.Enqueue((pod, now));
        }

        _nominations.Add(pod.Pod, null);
        return true;
    }

    /// <param name="old">The object as it was before.</param>
    public void Update(Pod old, Pod pod, Instant now)
    {
        if (_active.Find(pod.Key) is { } active)
        {
            _nominations.Update(old, pod);
            Retry(active, pod);
        }
        else if (_backoff.Find(pod.Key) is { } waiting)
        {
            _nominations.Update(old, pod);
            _backoff.Remove(pod.Key);
            Retry(waiting, pod);
        }
        else if (_unschedulable.TryGetValue(pod.Key, out var stuck)) UpdateStuck(stuck, old, pod);
        else
        {
            _active.Set(new QueuedPod(pod, now));
            _nominations.Add(pod, null);
        }
    }

    public void Remove(Pod pod)
    {
        _nominations.Remove(pod);
        if (_active.Remove(pod.Key)) return;
        _backoff.Remove(pod.Key);
        _unschedulable.Remove(pod.Key);
    }

    /// <summary>Something has changed that may help anybody.</summary>
    public void MoveAll(Instant now) => Move([.. _unschedulable.Values], now);

    /// <summary>A bound pod came or changed, which may help those that want to be near it.</summary>
    public void MoveWhoWants(Pod assigned, Instant now) =>
        Move([.. _unschedulable.Values.Where(waiting => Wants(waiting.Pod, assigned))], now);

    public void FlushBackoff(Instant now)
    {
        while (_backoff.Peek() is { } first && EndOfBackoff(first) <= now) _active.Set(_backoff.Pop());
    }

    public void FlushUnschedulable(Instant now)
    {
        var old = _unschedulable.Values.Where(pod => now - pod.Timestamp > QueueSettings.UnschedulableAgeMax).ToList();
        if (old.Count > 0) Move(old, now);
    }

    private void Retry(QueuedPod queued, Pod pod)
    {
        queued.Pod = pod;
        _active.Set(queued);
    }

    /// <summary>A change of the status alone changes nothing.</summary>
    private void UpdateStuck(QueuedPod stuck, Pod old, Pod pod)
    {
        _nominations.Update(old, pod);
        stuck.Pod = pod;
        if (IsEssentiallyEqual(old, pod)) return;
        _unschedulable.Remove(pod.Key);
        _active.Set(stuck);
    }

    private void Move(IReadOnlyList<QueuedPod> pods, Instant now)
    {
        foreach (var pod in pods)
        {
            (EndOfBackoff(pod) > now ? _backoff : _active).Set(pod);
            _unschedulable.Remove(pod.Pod.Key);
        }

        MoveRequestCycle = Cycle;
    }

    private Instant EndOfBackoff(QueuedPod pod) => pod.Timestamp + BackoffOf(pod);

    /// <summary>More than the longest wait must have passed.</summary>
    private static Instant? EndOfPatience(Instant? since) =>
        since is { } moment ? moment + QueueSettings.UnschedulableAgeMax + TimeSpan.FromTicks(1) : null;

    private static bool Wants(Pod waiting, Pod assigned) => PodTerms.Of(waiting).RequiredAffinity.Any(term => term.Matches(assigned));

    private static bool IsEssentiallyEqual(Pod old, Pod pod) =>
        CanonicalText.AreEqual(old.Spec, pod.Spec)
        && (Essence(old) == Essence(pod) || CanonicalText.AreEqual(Essence(old), Essence(pod)));

    private static ObjectMeta Essence(Pod pod) => pod.Metadata with { ResourceVersion = 0, Generation = 0 };
}
