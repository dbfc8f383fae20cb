using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;

namespace Simulator.World.Traces;

/// <summary>
/// The scheduler as it is: its queue, its back-off, the time of its decisions, the limit of its client. An API server that answers at once
/// stands in for the rest of the cluster.
/// </summary>
public sealed class ScheduledQueue : ITraceQueue
{
    private readonly IPodScheduler _scheduler;
    private readonly TokenBucket _client;
    private readonly EventSender _events;
    private readonly Dictionary<ObjectKey, LivePod> _live = [];
    private readonly PriorityQueue<ApiRequest, (Instant At, long Order)> _calls = new();
    private readonly List<ApiRequest> _requests = [];
    private readonly List<PlacementNote> _notes = [];
    private readonly List<TraceOutcome> _outcomes = [];
    private long _order;
    private TimeSpan _rested;

    /// <param name="flags">Those of its client.</param>
    public ScheduledQueue(IPodScheduler scheduler, SchedulerOptions flags, IEnumerable<TraceNode> nodes)
    {
        _scheduler = scheduler;
        _client = new TokenBucket(flags.KubeApiQps, flags.KubeApiBurst, Instant.Start);
        _events = new EventSender(_client);
        foreach (var node in nodes) Deliver(WatchEventType.Added, node.ToNode(), null, Instant.Start);
    }

    public Instant? NextWake
    {
        get
        {
            var next = _scheduler.NextWake;
            if (_calls.TryPeek(out _, out var call) && (next is null || call.At < next)) next = call.At;
            return next + _rested;
        }
    }

    public void Rest(TimeSpan time) => _rested += time;

    public void Arrive(LivePod pod, Instant moment)
    {
        var now = moment - _rested;
        _live.Add(pod.Key, pod);
        Deliver(WatchEventType.Added, pod.Seen, null, now);
        Send(now);
    }

    public void Leave(LivePod pod, Instant moment)
    {
        var now = moment - _rested;
        _live.Remove(pod.Key);
        Deliver(WatchEventType.Deleted, pod.Seen, pod.Seen, now);
        Send(now);
    }

    public void Wake(Instant moment)
    {
        var now = moment - _rested;
        while (_calls.TryPeek(out var request, out var due) && due.At <= now)
        {
            _calls.Dequeue();
            Answer(request, now);
        }

        if (_scheduler.NextWake <= now) _scheduler.Wake(now);
        Send(now);
        CountFailures();
    }

    public void TakeOutcomes(List<TraceOutcome> into)
    {
        into.AddRange(_outcomes);
        _outcomes.Clear();
    }

    private void Send(Instant now)
    {
        do
        {
            _requests.Clear();
            _scheduler.TakeRequests(_requests);
            foreach (var request in _requests)
            {
                if (request is EventRequest) _events.Add(now);
                else Call(request, now);
            }
        }
        while (_requests.Count > 0);
    }

    private void Call(ApiRequest request, Instant now)
    {
        _events.CatchUp(now);
        var wait = _client.Take(now);
        if (wait <= TimeSpan.Zero) Answer(request, now);
        else _calls.Enqueue(request, (now + wait, _order++));
    }

    private void Answer(ApiRequest request, Instant now)
    {
        switch (request)
        {
            case BindRequest bind: Bind(bind, now); break;
            case UpdateStatusRequest { Object: Pod told } update: Update(update, told, now); break;
            case GetRequest get: Complete(get, Find(get.Key)?.Seen, now); break;
            default: Complete(request, null, now); break;
        }
    }

    private void Bind(BindRequest bind, Instant now)
    {
        var pod = Find(bind.Pod);
        var old = pod?.Seen;
        if (old is { IsAssigned: true })
        {
            _scheduler.Complete(new ApiResponse(bind, ApiResult.Conflict, old), now);
            return;
        }

        Complete(bind, old, now);
        if (pod is null || old is null) return;
        pod.Seen = old with { Spec = old.Spec with { NodeName = bind.NodeName } };
        Deliver(WatchEventType.Modified, pod.Seen, old, now);
        _outcomes.Add(new TraceOutcome(pod, bind.NodeName));
    }

    private void Update(UpdateStatusRequest update, Pod told, Instant now)
    {
        var pod = Find(told.Key);
        var old = pod?.Seen;
        Complete(update, old, now);
        if (pod is null || old is null || old.IsAssigned) return;
        pod.Seen = old with { Status = told.Status };
        Deliver(WatchEventType.Modified, pod.Seen, old, now);
    }

    private void Complete(ApiRequest request, Pod? found, Instant now) =>
        _scheduler.Complete(new ApiResponse(request, found is null ? ApiResult.NotFound : ApiResult.Ok, found), now);

    private void Deliver(WatchEventType type, ApiObject value, ApiObject? old, Instant now) =>
        _scheduler.Deliver(new WatchEvent(type, value, old), now);

    private LivePod? Find(ObjectKey key) => _live.GetValueOrDefault(key);

    private void CountFailures()
    {
        _notes.Clear();
        _scheduler.TakeNotes(_notes);
        foreach (var note in _notes)
        {
            if (note.Kind == PlacementNoteKind.Unschedulable && Find(note.Pod) is { } pod) pod.Failures++;
        }
    }
}
