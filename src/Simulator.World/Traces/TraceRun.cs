using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Traces;

/// <summary>
/// Lets the pods of a trace come, be placed and end. Only those that are there at one moment are in memory.
/// </summary>
/// <remarks>At one moment pods first end, then come, and then the queue has its turn.</remarks>
/// <param name="nodes">On which they are placed.</param>
public sealed class TraceRun(IReadOnlyList<TraceNode> nodes, ITraceQueue queue, ITraceObserver observer)
{
    /// <summary>
    /// So long after the last arrival or end every waiting pod has had its tries: what is tried later fails as before. A scheduler of a
    /// month in which somebody waits would otherwise be asked some thousand times a day for each of them.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    private readonly NodeShapes _shapes = new(nodes);
    private readonly PodTemplates _templates = new();
    private readonly Dictionary<ObjectKey, LivePod> _waiting = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly PriorityQueue<LivePod, (Instant At, long Order)> _ends = new();
    private readonly PriorityQueue<LivePod, (Instant At, long Order)> _patience = new();
    private readonly List<TraceOutcome> _outcomes = [];
    private Instant _changed;
    private long _order;

    /// <summary>Who waits longer gives up; null: nobody does.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>What comes later is not looked at; null: all comes.</summary>
    public TimeSpan? Until { get; init; }

    public Instant Now { get; private set; }

    /// <summary>Pods on nodes at this moment.</summary>
    public int Running { get; private set; }

    public int Waiting => _waiting.Count;

    /// <param name="pods">In the order of their arrival.</param>
    /// <param name="interruption">Looked at between two moments.</param>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public void Complete(IEnumerable<TracePod> pods, CancellationToken interruption = default)
    {
        using var arrivals = pods.GetEnumerator();
        var next = Next(arrivals);
        while (NextMoment(next) is { } moment)
        {
            interruption.ThrowIfCancellationRequested();
            Now = moment;
            while (_ends.TryPeek(out var over, out var end) && end.At <= Now) End(_ends.Dequeue());
            while (_patience.TryPeek(out _, out var patience) && patience.At <= Now) GiveUp(_patience.Dequeue());
            for (; next is not null && Instant.FromStart(next.Submit) <= Now; next = Next(arrivals)) Arrive(next);
            if (queue.NextWake <= Now) queue.Wake(Now);
            TakeOutcomes();
        }

        foreach (var pod in _waiting.Values.OrderBy(pod => pod.Submitted).ThenBy(pod => pod.Key))
        {
            Tell(TraceFactKind.Left, pod);
        }
    }

    private TracePod? Next(IEnumerator<TracePod> arrivals) =>
        arrivals.MoveNext() && !(arrivals.Current.Submit > Until) ? arrivals.Current : null;

    /// <summary>Null: nothing happens any more.</summary>
    private Instant? NextMoment(TracePod? next)
    {
        Instant? moment = next is null ? null : Instant.FromStart(next.Submit);
        if (_ends.TryPeek(out _, out var end)) moment = moment.OrEarlier(end.At);
        if (_patience.TryPeek(out _, out var patience)) moment = moment.OrEarlier(patience.At);
        if (queue.NextWake is { } wake && wake <= _changed + Settling) moment = moment.OrEarlier(wake);
        else if (queue.NextWake < moment) queue.Rest(moment.Value - Now);
        if (moment is not { } at || Until is { } until && at > Instant.FromStart(until)) return null;
        return at < Now ? Now : at;
    }

    private void Arrive(TracePod pod)
    {
        _changed = Now;
        observer.Observe(new TraceFact(TraceFactKind.Arrived, pod.Submit, pod));
        if (_shapes.WhyNever(pod) is { } reason)
        {
            observer.Observe(new TraceFact(TraceFactKind.Rejected, pod.Submit, pod, Reason: reason));
            return;
        }

        var live = new LivePod(pod, _templates.Make(pod, UniqueName(pod)));
        _waiting.Add(live.Key, live);
        if (Patience is { } patience) _patience.Enqueue(live, (Now + patience, _order++));
        queue.Arrive(live, Now);
        TakeOutcomes();
    }

    /// <summary>A trace may use a name again; those that are there at one time differ by their rows.</summary>
    private string UniqueName(TracePod pod)
    {
        var name = pod.Name;
        while (!_names.Add(name)) name = $"{name}.{pod.Row}";
        return name;
    }

    private void TakeOutcomes()
    {
        _outcomes.Clear();
        queue.TakeOutcomes(_outcomes);
        foreach (var (pod, node, reason) in _outcomes)
        {
            if (pod.IsGone) continue;
            _waiting.Remove(pod.Key);
            if (node is null) Reject(pod, reason);
            else Begin(pod, node);
        }
    }

    private void Begin(LivePod pod, string node)
    {
        pod.Node = node;
        Running++;
        Tell(TraceFactKind.Placed, pod);
        if (pod.Trace.Duration is { } duration) _ends.Enqueue(pod, (Now + duration, _order++));
    }

    private void End(LivePod pod)
    {
        _changed = Now;
        Running--;
        Tell(TraceFactKind.Ended, pod);
        Leave(pod);
    }

    private void GiveUp(LivePod pod)
    {
        if (pod.IsPlaced || pod.IsGone) return;
        _waiting.Remove(pod.Key);
        Leave(pod);
        Tell(TraceFactKind.Rejected, pod, "it gave up waiting");
    }

    private void Reject(LivePod pod, string reason)
    {
        pod.IsGone = true;
        _names.Remove(pod.Key.Name);
        Tell(TraceFactKind.Rejected, pod, reason);
    }

    private void Leave(LivePod pod)
    {
        pod.IsGone = true;
        _names.Remove(pod.Key.Name);
        queue.Leave(pod, Now);
        TakeOutcomes();
    }

    private void Tell(TraceFactKind kind, LivePod pod, string reason = "") =>
        observer.Observe(new TraceFact(kind, Now.SinceStart, pod.Trace, pod.Node, pod.Failures, reason));
}
