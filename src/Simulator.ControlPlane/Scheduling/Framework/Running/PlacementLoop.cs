using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Explanation;
using Simulator.ControlPlane.Scheduling.Framework.Fast;
using Simulator.ControlPlane.Scheduling.Framework.PostFilter;
using Simulator.ControlPlane.Scheduling.Framework.Queue;
using Simulator.ControlPlane.Scheduling.Framework.QueueSort;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>
/// The scheduler's loop: one pod at a time by priority; binding does not hold up the next, but room that has to be made does
/// (pkg/scheduler/scheduler.go of 1.20).
/// </summary>
public sealed class PlacementLoop : IPodScheduler
{
    private readonly IDecisionPace _pace;

    private readonly PodQueue _queue;

    private readonly QueueClock _clock;

    private readonly Assumptions _assumptions;

    private readonly WatchedCluster _watched;

    private readonly PlacementFailures _failures;

    private readonly VolumeWaits _volumes;

    private readonly PodBindings _bindings;

    private readonly Dictionary<string, (Profile Profile, IPlacer Placer)> _placers = new(StringComparer.Ordinal);

    private readonly List<ApiRequest> _outbox = [];

    private readonly List<PlacementNote> _notes = [];

    private readonly DecisionOrder _order;

    private readonly OrderDraws _draws;

    private (QueuedPod Pod, Placement Placement)? _deciding;

    private Instant _busyUntil;

    /// <param name="order">The seed of its dice; null = always the same.</param>
    public PlacementLoop(SchedulerConfiguration configuration, IDecisionPace pace, DecisionOrder? order = null)
    {
        _pace = pace;
        State = new SchedulerState { PercentageOfNodesToScore = configuration.PercentageOfNodesToScore };
        _queue = new PodQueue(new PrioritySort(), State.Nominations, configuration.Queue);
        _clock = new QueueClock(_queue, Instant.Start);
        _assumptions = new Assumptions(State.Cache);
        _watched = new WatchedCluster(State, _assumptions, _queue, pod => _placers.ContainsKey(SchedulerOf(pod)));
        _failures = new PlacementFailures(_queue, State.Nominations, _outbox, _notes, _watched.Waiting);
        _volumes = new VolumeWaits(State.Objects, _outbox);
        _order = order ?? new DecisionOrder(0);
        _draws = new OrderDraws(_order);
        var cluster = new FastCluster(State);
        var profiles = configuration.ForOneScheduler();
        _bindings = new PodBindings(profiles[0].Extenders, pace, _outbox);
        foreach (var profile in profiles)
        {
            _placers.Add(profile.SchedulerName, (profile, new FastPlacer(profile, State, _draws, cluster, pace.CallOf)));
        }
    }

    public string Name => "scheduler";

    public IReadOnlyList<string> Watches => WatchedCluster.Kinds;

    public SchedulerState State { get; }

    public IDecisionMemory Memory => new PlacementMemory(State, _order, _draws);

    public IDecisionWitness? Witness { get; set; }

    public Instant? NextWake
    {
        get
        {
            var next = _clock.Next.OrEarlier(_assumptions.NextVisit).OrEarlier(_volumes.NextEnd).OrEarlier(_bindings.NextEnd);
            return _deciding is not null || (_queue.HasActive && !_failures.AreBeingWritten) ? next.OrEarlier(_busyUntil) : next;
        }
    }

    public string? Settle(Pod pod) =>
        _placers.TryGetValue(SchedulerOf(pod), out var found) ? found.Placer.Place(pod, Instant.Start).Host?.Name : null;

    public bool Serves(Pod pod) => _placers.ContainsKey(SchedulerOf(pod));

    public DecisionExplanation Explain(Pod pod, IReadOnlyList<SpareNode> spares)
    {
        var profile = _placers[SchedulerOf(pod)].Profile;
        var start = State.NextStart;
        var placement = new PlainPlacer(profile, State, new OrderDraws(_order)).Place(pod, Instant.Start);
        State.NextStart = start;
        return new PlacementExplainer(shownMax: 0).Explain(
            new PlacementMoment(pod, State, profile, placement, Instant.Start)
            {
                Start = start,
                Draws = new OrderDraws(_order),
                Attempts = 0,
                Backoff = TimeSpan.Zero,
            },
            spares);
    }

    /// <summary>The queue has an order of its own.</summary>
    public void Listed(IMapOrder order)
    {
    }

    public void TakeRequests(List<ApiRequest> into)
    {
        into.AddRange(_outbox);
        _outbox.Clear();
    }

    public void TakeNotes(List<PlacementNote> into)
    {
        into.AddRange(_notes);
        _notes.Clear();
    }

    public Instant? NextTry(ObjectKey pod) => _clock.NextTry(pod);

    public IReadOnlyDictionary<ObjectKey, Instant> NextTries() => _queue.BackingOff.Concat(_queue.Unschedulable)
        .ToDictionary(pod => pod, pod => _clock.NextTry(pod)!.Value);

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _watched.Deliver(watchEvent, now);
        if (watchEvent.Object is not PersistentVolumeClaim) return;
        foreach (var ready in _volumes.TakeReady()) _bindings.Begin(ready.Pod, ready.Node, now);
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _failures.Written(response.Request);
        if (_volumes.Written(response) is { } refused) GiveUp(refused, response.Outcome, now);
        if (_bindings.Written(response.Request) is not { } pod) return;
        var bind = (BindRequest)response.Request;
        if (response.IsOk)
        {
            _assumptions.BindingFinished(bind.Pod, now);
            _outbox.Add(new EventRequest("Scheduled", "Pod", bind.Pod, $"Successfully assigned {bind.Pod} to {bind.NodeName}"));
            return;
        }

        Unbind(pod, response.Outcome.ToString(), now);
    }

    public void Wake(Instant now)
    {
        _clock.Visit(now);
        foreach (var pod in _assumptions.Expire(now))
        {
            _notes.Add(new PlacementNote(PlacementNoteKind.AssumptionExpired, pod.Key, pod.NodeName));
        }

        foreach (var late in _volumes.TakeExpired(now)) GiveUp(late, "timed out waiting for the condition", now);
        foreach (var lost in _bindings.TakeLost(now)) Unbind(lost, "no answer of the extender that binds in time", now);
        if (now < _busyUntil) return;
        if (_deciding is { } done) Finish(done.Pod, done.Placement, now);
        if (!_failures.AreBeingWritten) Start(now);
    }

    private void Start(Instant now)
    {
        while (_queue.Pop() is { } queued)
        {
            if (queued.Pod.Metadata.IsBeingDeleted || _assumptions.Contains(queued.Pod.Key)) continue;
            var placement = Decide(queued, now);

            // Assumed at once, though the answer leaves only when the time of the pass is over: nobody else can tell.
            if (placement.Host is { } host) Assume(queued.Pod, host.Name);
            if (placement.Volumes is { } volumes) _volumes.Assume(volumes, placement.Host!.Name);
            _deciding = (queued, placement);
            _busyUntil = now + _pace.DurationFor(State.Cache.Snapshot().Count) + placement.Waited;
            return;
        }
    }

    private Placement Decide(QueuedPod queued, Instant now)
    {
        var (profile, placer) = _placers[SchedulerOf(queued.Pod)];
        var (start, thrown) = (State.NextStart, _draws.Count);
        var placement = placer.Place(queued.Pod, now);
        if (Witness?.Watches(queued.Pod.Key) != true) return placement;
        Witness.Witness(new PlacementMoment(queued.Pod, State, profile, placement, now)
        {
            Start = start,
            Draws = new OrderDraws(_order) { Count = thrown },
            Attempts = queued.Attempts,
            Backoff = _queue.BackoffOf(queued),
        });
        return placement;
    }

    private void Assume(Pod pod, string node)
    {
        _assumptions.Add(pod with { Spec = pod.Spec with { NodeName = node } });
        State.Nominations.Remove(pod);
    }

    private void Finish(QueuedPod queued, Placement placement, Instant now)
    {
        _deciding = null;
        if (placement.Host is { } host)
        {
            if (placement.Volumes is { } volumes) _volumes.Begin(queued, volumes, host.Name, now);
            else _bindings.Begin(queued, host.Name, now);
            return;
        }

        var message = MessageOf(placement);
        _notes.Add(new PlacementNote(PlacementNoteKind.Unschedulable, queued.Pod.Key, message));
        var reason = placement.Outcome == PlacementOutcome.Unschedulable ? "Unschedulable" : "SchedulerError";
        _failures.Take(queued, message, placement.Preemption ?? Preemption.None, reason, now);
    }

    private void Unbind(QueuedPod queued, string why, Instant now)
    {
        _assumptions.Forget(queued.Pod.Key);
        _failures.Take(queued, $"binding rejected: {why}", Preemption.None, "SchedulerError", now);
    }

    private void GiveUp(WaitingPod waiting, string why, Instant now)
    {
        _assumptions.Forget(waiting.Pod.Pod.Key);
        var message = $"{VolumeWaits.Failed}: {why}";
        _notes.Add(new PlacementNote(PlacementNoteKind.Unschedulable, waiting.Pod.Pod.Key, message));
        _failures.Take(waiting.Pod, message, Preemption.None, "SchedulerError", now);
    }

    private string MessageOf(Placement placement) => placement.Outcome switch
    {
        PlacementOutcome.NoNodes => "no nodes available to schedule pods",
        PlacementOutcome.Error => placement.Error,
        _ => FitError.Message(State.Cache.Snapshot().Count, placement.Statuses.Values),
    };

    private static string SchedulerOf(Pod pod) => pod.Spec.SchedulerName.Length == 0 ? Profile.DefaultName : pod.Spec.SchedulerName;
}
