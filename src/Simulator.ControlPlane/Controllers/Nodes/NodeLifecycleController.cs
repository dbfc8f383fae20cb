using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// Watches over nodes: marks the silent ones, evicts their pods, removes what no kubelet will (pkg/controller/node of 1.3.10).
/// </summary>
/// <remarks>Its routines block on their calls and share one client, so their pace is that of the client's rate limit.</remarks>
public sealed class NodeLifecycleController : INodeLifecycle
{
    private readonly NodeLifecycleContext _context;
    private readonly TerminatingPodCheck _terminating;
    private readonly PeriodicRoutine[] _routines;
    private Instant _now;

    /// <param name="start">When the process starts: the first pass, and the creation of both token buckets.</param>
    /// <param name="hosting">Null = the defaults.</param>
    public NodeLifecycleController(NodeLifecycleOptions options, Instant start, NodeLifecycleHosting? hosting = null)
    {
        _now = start;
        hosting ??= NodeLifecycleHosting.Default;
        _context = new NodeLifecycleContext(options, start, hosting);
        _terminating = new TerminatingPodCheck(_context);
        _routines = Routines(_context, start, hosting);
    }

    public string Name => "node-controller";

    public IReadOnlyList<string> Watches { get; } = ["Node", "Pod", "DaemonSet"];

    public Instant? NextWake
    {
        get
        {
            var earliest = _context.Routines.NextPauseEnd;
            foreach (var routine in _routines)
            {
                earliest = earliest.OrEarlier(routine.Next(_now));
            }

            return earliest;
        }
    }

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        SetNow(now);
        if (watchEvent.Object is Node node) _context.Cache.ObserveNode(watchEvent.Type, node);
        else if (watchEvent.Object is DaemonSet set) _context.DaemonPods.Observe(watchEvent.Type, set);
        else if (watchEvent.Object is Pod) ObservePod(watchEvent);
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        SetNow(now);
        _context.Routines.Complete(response);
    }

    public void Wake(Instant now)
    {
        SetNow(now);
        _context.Routines.EndPauses();
        foreach (var routine in _routines)
        {
            if (routine.Next(now) <= now) routine.Run(_context.Routines);
        }
    }

    public void TakeRequests(List<ApiRequest> into) => _context.Routines.TakeRequests(into);

    /// <summary>Moves what was noted since the last call to the end of <paramref name="into"/>.</summary>
    public void TakeNotes(List<LifecycleNote> into)
    {
        into.AddRange(_context.Notes);
        _context.Notes.Clear();
    }

    /// <summary>
    /// The routines start one after another, a millisecond apart, which also orders their polls when several fall together.
    /// </summary>
    private static PeriodicRoutine[] Routines(NodeLifecycleContext context, Instant start, NodeLifecycleHosting hosting)
    {
        var (options, step) = (context.Options, TimeSpan.FromMilliseconds(1));
        var monitor = new NodeMonitor(context, hosting.Heartbeats, hosting.Cloud is { } cloud ? new NodeRemoval(context, cloud) : null);
        return
        [
            new(options.NodeMonitorPeriod, start, monitor.Pass),
            new(options.EvictionPollPeriod, start + step, new PodEvictor(context).Run, now => context.PollAt(context.Evictions, now)),
            new(
                options.EvictionPollPeriod, start + (step * 2), new PodTerminator(context).Run,
                now => context.PollAt(context.Terminations, now)),
            new(options.OrphanCleanupPeriod, start + (step * 3), new OrphanCleanup(context).Run),
        ];
    }

    private void ObservePod(in WatchEvent podEvent)
    {
        _context.Cache.ObservePod(podEvent);
        if (podEvent.Type != WatchEventType.Deleted) _terminating.Observe((Pod)podEvent.Object);
    }

    private void SetNow(Instant now)
    {
        _now = now;
        _context.Routines.Now = now;
    }
}
