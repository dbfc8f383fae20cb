using Simulator.Api;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>
/// Scales by CPU and custom metrics (pkg/controller/podautoscaler of 1.3.10): a pass over every autoscaler at one tick, and one after each
/// change of its object, its own status writes included; one after another.
/// </summary>
/// <remarks>
/// A pass holds the lock of the queue (Pop of delta_fifo.go calls the handler under it): what the watch brings and the tick wait until it
/// is over, and the tick goes first. A tick hands over the copy that the cache has, even if a newer version waits before it: then the old
/// copy wins, and its status is refused until somebody else changes the object.
/// </remarks>
public sealed class HorizontalController : IPayingLoop, IHorizontalAutoscalers
{
    /// <summary>How long the loop sleeps after a panic (wait.Until in framework/controller.go).</summary>
    private static readonly TimeSpan PanicPause = TimeSpan.FromSeconds(1);

    private readonly HorizontalOptions _options;
    private readonly IMapOrder _order;
    private readonly RoutineSet _routines = new();
    private readonly Dictionary<ObjectKey, KnownAutoscaler> _known = [];
    private KnownAutoscaler[]? _cached;
    private readonly DeltaQueue _queue = new();
    private readonly Queue<WatchEvent> _watched = new();
    private readonly List<HorizontalNote> _notes = [];
    private readonly AutoscalerPass _pass;
    private KnownAutoscaler? _turn;
    private List<CachedAutoscaler?> _versions = [];
    private int _version;
    private Instant _nextTick;
    private Instant _pausedUntil;
    private bool _isPassing;

    /// <param name="firstTick">The first moment at which it looks at all of them.</param>
    /// <param name="order">In which order a tick takes them.</param>
    public HorizontalController(HorizontalOptions options, Instant firstTick, IMapOrder order)
    {
        (_options, _nextTick, _order) = (options, firstTick, order);
        _pass = new AutoscalerPass(options, _routines, _notes.Add, End);
    }

    public string Name => "horizontal-pod-autoscaler";

    public IReadOnlyList<string> Watches { get; } = ["HorizontalPodAutoscaler"];

    public Instant? NextWake => _isPassing ? null
        : !_queue.IsEmpty && _pausedUntil < _nextTick ? _pausedUntil
        : _nextTick;

    /// <summary>The process has been there for long: it has looked at these at its last tick.</summary>
    public void Know(IEnumerable<HorizontalPodAutoscaler> scalers)
    {
        foreach (var scaler in scalers) Keep(Of(scaler.Key), new CachedAutoscaler(scaler));
    }

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _routines.Now = now;
        if (!IsKnown(watchEvent)) _watched.Enqueue(watchEvent);
        GoOn();
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _routines.Now = now;
        if (_pass.Awaits(response)) _pass.Complete(response);
        else _routines.Complete(response);
        GoOn();
    }

    public void Complete(in ApiResponse response, IPaidCalls paid, Instant now)
    {
        _routines.Paid = paid;
        Complete(response, now);
        _routines.Paid = null;
    }

    public void Wake(Instant now)
    {
        _routines.Now = now;
        GoOn();
    }

    public void TakeRequests(List<ApiRequest> into) => _routines.TakeRequests(into);

    public void TakeNotes(List<HorizontalNote> into)
    {
        into.AddRange(_notes);
        _notes.Clear();
    }

    private bool IsKnown(in WatchEvent added) =>
        added.Type == WatchEventType.Added && _known.TryGetValue(added.Object.Key, out var known) && known.Cached is { } cached
        && cached.Value.Metadata.ResourceVersion == added.Object.Metadata.ResourceVersion;

    private void GoOn()
    {
        while (!_isPassing && (_version < _versions.Count || IsNextAtHand()))
        {
            if (_versions[_version++] is { } version) Begin(version);
            else Remove(_turn!);
        }
    }

    private void Begin(CachedAutoscaler version)
    {
        if (Keep(_turn!, version)) Greet(version.Value);
        _isPassing = true;
        _pass.Begin(_turn!);
    }

    private void End(bool hasPanicked)
    {
        _isPassing = false;
        if (!hasPanicked) return;
        _pausedUntil = _routines.Now + PanicPause;
        _versions.Clear();
    }

    /// <summary>All versions of the object that has waited longest are taken together.</summary>
    private bool IsNextAtHand()
    {
        _version = 0;
        _versions.Clear();
        Fill();
        return _routines.Now >= _pausedUntil && _queue.TryTake(out _turn, ref _versions);
    }

    /// <summary>Nobody holds the lock: a tick that is due, then what the watch has brought.</summary>
    private void Fill()
    {
        if (_nextTick <= _routines.Now) Tick();
        while (_watched.TryDequeue(out var change))
        {
            var isGone = change.Type == WatchEventType.Deleted;
            _queue.Add(Of(change.Object.Key), isGone ? null : new CachedAutoscaler((HorizontalPodAutoscaler)change.Object));
        }
    }

    /// <summary>The timer starts anew when the resync is done (pkg/client/cache/reflector.go).</summary>
    private void Tick()
    {
        _cached ??= [.. _known.Values.Where(known => known.Cached is not null).OrderBy(known => known.Key)];
        List<KnownAutoscaler> turns = [.. _cached];
        _order.Shuffle(turns);
        foreach (var known in turns) _queue.AddCached(known);
        _nextTick = _routines.Now + _options.SyncPeriod;
    }

    private KnownAutoscaler Of(ObjectKey key)
    {
        if (!_known.TryGetValue(key, out var known)) _known.Add(key, known = new KnownAutoscaler(key));
        return known;
    }

    /// <returns>True if it was not there.</returns>
    private bool Keep(KnownAutoscaler known, CachedAutoscaler version)
    {
        var isNew = known.Cached is null;
        known.Cached = version;
        if (isNew) _cached = null;
        return isNew;
    }

    private void Remove(KnownAutoscaler known)
    {
        (known.Cached, _cached) = (null, null);
        if (_version == _versions.Count && known.Waiting.Count == 0) _known.Remove(known.Key);
    }

    private void Greet(HorizontalPodAutoscaler scaler)
    {
        if (scaler.TargetCpuUtilization is not null || scaler.Metadata.Annotations.ContainsKey(CustomMetricText.Target)) return;
        AutoscalerEvents.Tell(
            _routines, scaler, EventType.Normal, "DefaultPolicy",
            "No scaling policy specified - will use default one. See documentation for details");
    }
}
