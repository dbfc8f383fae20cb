using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.ControlPlane.Scheduling.Fast;
using Simulator.ControlPlane.Scheduling.Queue;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>The scheduler's loop: one pod at a time; binding does not hold up the next (plugin/pkg/scheduler/scheduler.go).</summary>
public sealed class Scheduler : IPodScheduler
{
    private static readonly TimeSpan JanitorPeriod = TimeSpan.FromSeconds(1);

    private readonly SchedulerSettings _settings;
    private readonly IDecider _decider;
    private readonly IDecisionPace _pace;
    private readonly SchedulingQueue _queue = new();
    private readonly PodBackoff _backoff = new();
    private readonly PriorityQueue<ObjectKey, (Instant At, long Order)> _retries = new();
    private readonly Dictionary<BindRequest, Pod> _binding = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<GetRequest> _fetching = new(ReferenceEqualityComparer.Instance);
    private readonly List<ApiRequest> _outbox = [];
    private Pod? _deciding;
    private Decision _decision;
    private Instant _busyUntil;
    private Instant? _nextJanitor;
    private long _order;

    /// <param name="order">Null = by name.</param>
    public Scheduler(SchedulingAlgorithm algorithm, SchedulerSettings settings, IDecisionPace pace, DecisionOrder? order = null)
    {
        (Algorithm, _settings, _pace) = (algorithm, settings, pace);
        State = new ClusterState { Order = order };
        _decider = algorithm.IsExtended ? new ExtendedDecider(algorithm, State, pace) : new FastDecider(algorithm, State);
    }

    public string Name => "scheduler";

    public SchedulingAlgorithm Algorithm { get; }

    public IReadOnlyList<string> Watches { get; } =
        ["Pod", "Node", "Service", "ReplicationController", "ReplicaSet", "PersistentVolume", "PersistentVolumeClaim"];

    public ClusterState State { get; }

    public IDecisionMemory Memory => State;

    /// <summary>Notes of decisions since the host last took them, oldest first.</summary>
    public List<SchedulingNote> Notes { get; } = [];

    public IDecisionWitness? Witness { get; set; }

    public Instant? NextWake
    {
        get
        {
            Instant? next = _deciding is not null || _queue.Count > 0 ? _busyUntil : null;
            if (_retries.TryPeek(out _, out var retry)) next = next.OrEarlier(retry.At);
            return next.OrEarlier(_nextJanitor);
        }
    }

    /// <summary>
    /// Chooses a node at time zero, as the loop would: for clusters that start with their workloads running. The pod counts once it is
    /// delivered as it is stored there, so that the cache shares its instance. A pod of another scheduler stays where it is.
    /// </summary>
    public Decision Settle(Pod pod) => Serves(pod) ? Select(pod) : Decision.Unschedulable;

    public bool Serves(Pod pod) =>
        (pod.Spec.SchedulerName.Length == 0 ? "default-scheduler" : pod.Spec.SchedulerName) == _settings.SchedulerName;

    public DecisionExplanation Explain(Pod pod, IReadOnlyList<SpareNode> spares) => new DecisionExplainer(shownMax: 0).Explain(
        new DecisionMoment(pod, State, Algorithm, 0, new PlainDecider(Algorithm, State).Decide(pod, 0)), spares);

    string? IPodScheduler.Settle(Pod pod) => Settle(pod).Host?.Name;

    /// <summary>Replace in pkg/client/cache/fifo.go.</summary>
    public void Listed(IMapOrder order) => _queue.Shuffle(order);

    public void TakeRequests(List<ApiRequest> into)
    {
        into.AddRange(_outbox);
        _outbox.Clear();
    }

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        var gone = watchEvent.Type == WatchEventType.Deleted;
        switch (watchEvent.Object)
        {
            case Pod pod: OnPod(watchEvent.Previous as Pod, gone ? null : pod, pod.Key); break;
            case Node node when gone: State.Cache.RemoveNode(node.Name); break;
            case Node node: State.Cache.SetNode(node); break;
            case Service service when gone: State.RemoveService(service.Key); break;
            case Service service: State.Set(service); break;
            case ReplicationController controller when gone: State.RemoveReplicationController(controller.Key); break;
            case ReplicationController controller: State.Set(controller); break;
            case ReplicaSet replicaSet when gone: State.RemoveReplicaSet(replicaSet.Key); break;
            case ReplicaSet replicaSet: State.Set(replicaSet); break;
            case PersistentVolume volume when gone: State.RemoveVolume(volume.Name); break;
            case PersistentVolume volume: State.Set(volume); break;
            case PersistentVolumeClaim claim when gone: State.RemoveClaim(claim.Key); break;
            case PersistentVolumeClaim claim: State.Set(claim); break;
        }
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        if (response.Request is BindRequest bind && _binding.Remove(bind, out var pod))
        {
            if (response.IsOk) PostEvent("Scheduled", pod, $"Successfully assigned {pod.Name} to {bind.NodeName}");
            else OnFailure(pod, "BindingRejected", now);
        }
        else if (response.Request is GetRequest get && _fetching.Remove(get))
        {
            _backoff.EndWait(get.Key);
            if (response is { IsOk: true, Object: Pod { IsAssigned: false } waiting }) _queue.AddIfNotPresent(waiting);
        }
    }

    public void Wake(Instant now)
    {
        RunJanitor(now);
        FetchDueRetries(now);
        if (now < _busyUntil) return;
        if (_deciding is not null) FinishDecision(now);
        StartDecision(now);
    }

    public Instant? NextTry(ObjectKey pod)
    {
        foreach (var (key, due) in _retries.UnorderedItems)
        {
            if (key == pod) return due.At;
        }

        return null;
    }

    public IReadOnlyDictionary<ObjectKey, Instant> NextTries()
    {
        var tries = new Dictionary<ObjectKey, Instant>();
        foreach (var (key, due) in _retries.UnorderedItems) tries[key] = due.At;
        return tries;
    }

    public void TakeNotes(List<PlacementNote> into) => PlacementNotes.Take(Notes, State.Cache.Expired, into);

    private void StartDecision(Instant now)
    {
        while (_queue.TryPop(out var pod))
        {
            if (!Serves(pod)) continue;
            _deciding = pod;
            _decision = Select(pod);

            // Assumed at once, though the answer leaves only when the decision time is over: nobody else can tell.
            if (_decision.Host is { } host) Assume(Bound(pod, host), now);
            _busyUntil = now + _pace.DurationFor(State.Cache.CandidateCount) + _decider.Waited;
            return;
        }
    }

    private void FinishDecision(Instant now)
    {
        var pod = _deciding!;
        _deciding = null;
        Notes.Add(new SchedulingNote(pod.Key, _decision));
        if (_decision.Host is null)
        {
            OnFailure(pod, "Unschedulable", now);
            return;
        }

        var bind = new BindRequest(pod.Key, _decision.Host.Name);
        _binding.Add(bind, pod);
        _outbox.Add(bind);
    }

    private Decision Select(Pod pod)
    {
        State.Decisions++;
        var decision = _decider.Decide(pod, State.Selections);
        var isWatched = Witness?.Watches(pod.Key) == true;
        if (isWatched) Witness!.Witness(new DecisionMoment(pod, State, Algorithm, State.Selections, decision));
        if (decision.Outcome == SchedulingOutcome.Scheduled) State.Selections++;
        return decision;
    }

    private void Assume(Pod boundPod, Instant now)
    {
        State.Cache.Assume(boundPod, now);
        _nextJanitor ??= now + JanitorPeriod;
    }

    private void OnFailure(Pod pod, string reason, Instant now)
    {
        if (_backoff.StartWait(pod.Key, now) is { } wait) _retries.Enqueue(pod.Key, (now + wait, _order++));
        PostEvent("FailedScheduling", pod, reason);
        var old = pod.Status.Scheduled;
        if (old is { Status: ConditionStatus.False } && old.Reason == reason) return;
        var since = old?.Status == ConditionStatus.False ? old.LastTransitionTime : now.TruncatedToSecond;
        var condition = new Condition(ConditionStatus.False, reason, since);
        _outbox.Add(new UpdateStatusRequest(pod with { Status = pod.Status with { Scheduled = condition } }));
    }

    private void FetchDueRetries(Instant now)
    {
        while (_retries.TryPeek(out var key, out var due) && due.At <= now)
        {
            _retries.Dequeue();
            var get = new GetRequest("Pod", key);
            _fetching.Add(get);
            _outbox.Add(get);
        }
    }

    private void RunJanitor(Instant now)
    {
        if (_nextJanitor is not { } due || now < due) return;
        State.Cache.ExpireAssumed(now);
        _nextJanitor = State.Cache.HasAssumedPods ? due + JanitorPeriod : null;
    }

    /// <summary>It has two watches: pods without a node feed the queue, pods with one the cache; finished pods are in neither.</summary>
    private void OnPod(Pod? old, Pod? pod, ObjectKey key)
    {
        var (waited, waits) = (Waits(old), Waits(pod));
        if (waits) _queue.Add(pod!);
        else if (waited) _queue.Remove(key);

        var (ran, runs) = (Occupies(old), Occupies(pod));
        if (runs && ran) State.Cache.UpdatePod(pod!);
        else if (runs) State.Cache.AddPod(pod!);
        else if (ran) State.Cache.RemovePod(key);
    }

    private static bool Waits(Pod? pod) => pod is { IsAssigned: false, IsFinished: false };

    private static bool Occupies(Pod? pod) => pod is { IsAssigned: true, IsFinished: false };

    private static Pod Bound(Pod pod, NodeInfo host) => pod with { Spec = pod.Spec with { NodeName = host.Name } };

    private void PostEvent(string reason, Pod pod, string message) => _outbox.Add(new EventRequest(reason, "Pod", pod.Key, message));
}
