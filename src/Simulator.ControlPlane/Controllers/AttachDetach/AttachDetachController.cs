using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>
/// Attaches the disks of pods to their nodes and detaches what nobody wants there any more (pkg/controller/volume of 1.3.10).
/// </summary>
/// <remarks>What a process before it has attached and nobody wants now, it never detaches: it knows only what it attached itself
/// (kubernetes issue 34242).</remarks>
public sealed class AttachDetachController : ISelectiveLoop
{
    private readonly RoutineSet _routines = new();
    private readonly AttachmentTable _table = new();
    private readonly VolumeCache _cache = new();
    private readonly DesiredAttachments _desired;
    private readonly AttachmentPass _pass;
    private readonly PeriodicRoutine _passes;
    private readonly PeriodicRoutine _rechecks;

    /// <param name="start">When the process starts; passes are counted from here.</param>
    /// <param name="attached">Nodes with what this process has attached to them before: nothing for one that has just started.</param>
    /// <param name="order">Which of several nodes comes first to one volume; null = by name.</param>
    public AttachDetachController(AttachDetachOptions options, Instant start, IEnumerable<Node> attached, IMapOrder? order = null)
    {
        _routines.Now = start;
        var reports = new AttachedReports();
        _desired = new DesiredAttachments(_table, _cache);
        _pass = new AttachmentPass(options, _table, _cache, reports, new VolumeOperations(options), _routines, order ?? NameOrder.Instance);
        _passes = new PeriodicRoutine(options.ReconcilePeriod, start, _pass.Run, _pass.NextWork);
        _rechecks = new PeriodicRoutine(
            options.RecheckPeriod, start + options.RecheckPeriod, Recheck, now => _desired.NeedsRecheck ? now : null);
        foreach (var node in attached) Adopt(node, reports);
    }

    public string Name => "attachdetach-controller";

    public IReadOnlyList<string> Watches { get; } = ["PersistentVolume", "PersistentVolumeClaim", "Node", "Pod"];

    public Instant? NextWake => _passes.Next(_routines.Now).OrEarlier(_rechecks.Next(_routines.Now));

    public bool Wants(in WatchEvent watchEvent) => watchEvent.Object switch
    {
        Pod pod => AttachableVolume.MayBeUsedBy(pod),
        Node node =>
            watchEvent.Previous is not Node before
                || watchEvent.Type != WatchEventType.Modified
                || !node.Status.VolumesInUse.SequenceEqual(before.Status.VolumesInUse),
        _ => true,
    };

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        if (!Wants(watchEvent)) return;
        _routines.Now = now;

        // A node that is gone stays in use of what it was last seen to use.
        if (watchEvent is not { Object: Node, Type: WatchEventType.Deleted }) _cache.Observe(watchEvent);
        if (watchEvent.Object is Node node) NoteUse(node);
        if (watchEvent.Object is not Pod pod) return;
        if (watchEvent.Type == WatchEventType.Deleted) _desired.Forget(pod);
        else _desired.Observe(pod);
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _routines.Now = now;
        _routines.Complete(response);
    }

    public void Wake(Instant now)
    {
        _routines.Now = now;
        if (_rechecks.Next(now) <= now) _rechecks.Run(_routines);
        if (_passes.Next(now) <= now) _passes.Run(_routines);
    }

    public void TakeRequests(List<ApiRequest> into) => _routines.TakeRequests(into);

    /// <summary>Moves what was noted since the last call to the end of <paramref name="into"/>.</summary>
    public void TakeNotes(List<DiskNote> into)
    {
        into.AddRange(_pass.Notes);
        _pass.Notes.Clear();
    }

    private void Adopt(Node node, AttachedReports reports)
    {
        foreach (var name in node.Status.VolumesAttached)
        {
            var attachment = _table.FindOrAdd(new AttachableVolume(name, AttachableVolume.DiskOf(name), false), node.Name);
            attachment.IsAttached = true;
            _table.Changed(attachment);
            reports.Adopt(attachment.Key);
        }
    }

    private void NoteUse(Node node)
    {
        foreach (var volume in node.Status.VolumesInUse)
        {
            if (_table.TryFind(new VolumeOnNode(volume, node.Name), out var attachment)) attachment.HasBeenInUse = true;
        }
    }

    private IEnumerator<Wait> Recheck()
    {
        _desired.Recheck();
        yield break;
    }
}
