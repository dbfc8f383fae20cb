using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// Watches over nodes by their leases, zone by zone: marks the silent ones, taints them, and deletes the pods that do not tolerate it
/// (pkg/controller/nodelifecycle of 1.20, with its taint manager).
/// </summary>
/// <remarks>All its routines share one client.</remarks>
public sealed class TaintingController : INodeLifecycle
{
    private readonly TaintingContext _context;
    private readonly HealthMonitor _monitor;
    private readonly ConditionTaints _conditions;
    private readonly TaintEvictor _evictor;
    private readonly PeriodicRoutine[] _routines;
    private Instant _now;

    /// <param name="common">Of them only the periods and graces count that nodes had before there were taints.</param>
    /// <param name="start">When the process starts, and with it the first pass.</param>
    /// <param name="hosting">Null = the defaults.</param>
    public TaintingController(
        NodeLifecycleOptions common, TaintingOptions options, Instant start, NodeLifecycleHosting? hosting = null)
    {
        _now = start;
        _context = new TaintingContext(common, options, hosting ?? NodeLifecycleHosting.Default);
        _monitor = new HealthMonitor(_context);
        _conditions = new ConditionTaints(_context);
        _evictor = new TaintEvictor(_context);
        var tainting = new TaintingPass(_context);
        _routines =
        [
            new(common.NodeMonitorPeriod, start, _monitor.Pass),
            new(options.TaintingPeriod, start + TimeSpan.FromMilliseconds(1), tainting.Run, tainting.WorkAt),
        ];
    }

    public string Name => "node-controller";

    public IReadOnlyList<string> Watches { get; } = ["Node", "Pod"];

    public Instant? NextWake
    {
        get
        {
            var earliest = _context.Routines.NextPauseEnd.OrEarlier(_evictor.Next);
            foreach (var routine in _routines) earliest = earliest.OrEarlier(routine.Next(_now));
            return earliest;
        }
    }

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        SetNow(now);
        if (watchEvent.Object is Node node) ObserveNode(watchEvent, node);
        else if (watchEvent.Object is Pod pod) ObservePod(watchEvent, pod);
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        SetNow(now);
        _context.Routines.Complete(response);
        _conditions.Run();
    }

    public void Wake(Instant now)
    {
        SetNow(now);
        _context.Routines.EndPauses();
        _evictor.Wake();
        foreach (var routine in _routines)
        {
            if (routine.Next(now) <= now) routine.Run(_context.Routines);
        }
    }

    public void TakeRequests(List<ApiRequest> into) => _context.Routines.TakeRequests(into);

    public void TakeNotes(List<LifecycleNote> into)
    {
        into.AddRange(_context.Notes);
        _context.Notes.Clear();
    }

    private void ObserveNode(in WatchEvent change, Node node)
    {
        var old = _context.Nodes.Find(node.Name);
        _context.Nodes.Observe(change.Type, node);
        if (change.Type == WatchEventType.Deleted)
        {
            _evictor.ObserveNode(old, null);
            return;
        }

        _evictor.ObserveNode(old, node);
        _conditions.Observe(node);
        _conditions.Run();
    }

    private void ObservePod(in WatchEvent change, Pod pod)
    {
        _context.Pods.Observe(change);
        var isNew = change.Type != WatchEventType.Deleted && change.Previous is not Pod { IsAssigned: true };
        if (isNew && pod.IsAssigned) _monitor.Bound(pod);
        _evictor.ObservePod(change);
    }

    private void SetNow(Instant now)
    {
        _now = now;
        _context.Routines.Now = now;
    }
}
