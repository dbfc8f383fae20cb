using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>
/// Binds claims to volumes, has volumes made for those that ask for it, and reclaims what was released (pkg/controller/persistentvolume of
/// 1.3.10).
/// </summary>
/// <remarks>Volumes are synchronised one at a time, and so are claims; a sync waits for its writes. What takes long runs beside
/// them.</remarks>
public sealed class PersistentVolumeController : ISelectiveLoop
{
    private readonly VolumeContext _context;
    private readonly Workers _volumes;
    private readonly Workers _claims;
    private readonly PeriodicRoutine _resync;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    /// <param name="order">Of equal volumes, and of what a resync looks at; null = by name.</param>
    public PersistentVolumeController(PersistentVolumeOptions options, Instant start, IMapOrder? order = null)
    {
        _context = new VolumeContext(options, order ?? NameOrder.Instance);
        _context.Routines.Now = start;
        _volumes = new Workers(1, _context.VolumeQueue, _context.Routines, new VolumeSync(_context).Run);
        _claims = new Workers(1, _context.ClaimQueue, _context.Routines, new ClaimSync(_context).Run);
        _resync = new PeriodicRoutine(options.SyncPeriod, start + options.SyncPeriod, Resync, NextWork);
        Watches =
        [
            "PersistentVolume", "PersistentVolumeClaim",
            .. options.Provisioner is null ? Array.Empty<string>() : ["Node"],
            .. options.Matching == VolumeMatching.ByClass ? ["StorageClass"] : Array.Empty<string>(),
        ];
    }

    public string Name => "persistentvolume-controller";

    public IReadOnlyList<string> Watches { get; }

    public Instant? NextWake => _resync.Next(_context.Routines.Now).OrEarlier(_context.Routines.NextPauseEnd);

    public bool Wants(in WatchEvent watchEvent) =>
        watchEvent.Object is not Node node
            || watchEvent.Type != WatchEventType.Modified
            || watchEvent.Previous is not Node before
            || NodeZones.IsMoved(node, before);

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _context.Routines.Now = now;
        _context.IsStale = true;
        if (watchEvent.Object is PersistentVolume volume) Observe(watchEvent.Type, volume);
        else if (watchEvent.Object is PersistentVolumeClaim claim) Observe(watchEvent.Type, claim);
        else if (watchEvent.Object is StorageClass storage) Observe(watchEvent.Type, storage);
        else if (watchEvent.Object is Node node) _context.Zones.Observe(watchEvent.Type, node);
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _context.Routines.Now = now;
        _context.Routines.Complete(response);
    }

    public void Wake(Instant now)
    {
        _context.Routines.Now = now;
        _context.Routines.EndPauses();
        if (_resync.Next(now) <= now) _resync.Run(_context.Routines);
    }

    /// <summary>
    /// Syncs begin here and not with the events: at the start of the process all volumes and claims have to be known first.
    /// </summary>
    public void TakeRequests(List<ApiRequest> into)
    {
        _volumes.Run();
        _claims.Run();
        _context.Routines.TakeRequests(into);
    }

    /// <summary>Moves what was noted since the last call to the end of <paramref name="into"/>.</summary>
    public void TakeNotes(List<ClaimNote> into)
    {
        into.AddRange(_context.Notes);
        _context.Notes.Clear();
    }

    private void Observe(WatchEventType type, StorageClass storage)
    {
        if (type == WatchEventType.Deleted) _context.Classes.Remove(storage.Name);
        else _context.Classes[storage.Name] = storage;
    }

    private void Observe(WatchEventType type, PersistentVolume volume)
    {
        if (type != WatchEventType.Deleted)
        {
            if (_context.Learn(volume)) _context.VolumeQueue.Add(volume.Key);
            return;
        }

        _context.Volumes.Remove(volume.Name);
        _context.UnsettledVolumes.Remove(volume.Key);
        if (volume.ClaimRef is { } claim) _context.ClaimQueue.Add(claim.Key);
    }

    /// <summary>The volume of a claim that is gone is released at once, not at the next resync.</summary>
    private void Observe(WatchEventType type, PersistentVolumeClaim claim)
    {
        if (type != WatchEventType.Deleted)
        {
            if (_context.Learn(claim)) _context.ClaimQueue.Add(claim.Key);
            return;
        }

        _context.Claims.Remove(claim.Key);
        _context.UnsettledClaims.Remove(claim.Key);
        _context.ForgetNotes(claim.Key);
        if (claim.VolumeName.Length > 0) _context.VolumeQueue.Add(new ObjectKey("", claim.VolumeName));
    }

    /// <summary>A resync after which nothing has happened would find what the last one found: it is not made.</summary>
    private Instant? NextWork(Instant now)
    {
        if (_context.UnsettledClaims.Count + _context.UnsettledVolumes.Count == 0) return null;
        return _context.IsStale ? now : _context.Operations.NextRetry;
    }

    private IEnumerator<Wait> Resync()
    {
        _context.IsStale = false;
        _context.Operations.ForgetRetries(_context.Routines.Now);
        Requeue(_context.UnsettledVolumes, _context.VolumeQueue);
        Requeue(_context.UnsettledClaims, _context.ClaimQueue);
        yield break;
    }

    /// <summary>
    /// Who is looked at first may take what another waits for (Resync in pkg/client/cache/delta_fifo.go: the keys of a map).
    /// </summary>
    private void Requeue(IEnumerable<ObjectKey> unsettled, WorkQueue queue)
    {
        var keys = unsettled.ToList();
        _context.Order.Shuffle(keys);
        foreach (var key in keys) queue.Add(key);
    }
}
