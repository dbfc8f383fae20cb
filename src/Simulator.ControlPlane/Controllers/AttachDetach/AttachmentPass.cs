using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>
/// The pass over all attachments: detaches what nobody wants, attaches what somebody does, tells the nodes (reconciler of
/// pkg/controller/volume of 1.3.10).
/// </summary>
internal sealed class AttachmentPass(
    AttachDetachOptions options, AttachmentTable table, VolumeCache cache, AttachedReports reports, VolumeOperations operations,
    RoutineSet routines, IMapOrder order)
{
    private readonly AttachmentWork _work = new(table, cache, reports, operations, routines);

    /// <summary>What the host reports of it.</summary>
    public List<DiskNote> Notes { get; } = [];

    /// <summary>When a pass would find something to do; null = not before something else happens.</summary>
    public Instant? NextWork(Instant now)
    {
        if (reports.HasUnsaid) return now;
        Instant? earliest = null;
        foreach (var attachment in table.Open)
        {
            earliest = earliest.OrEarlier(WorkAt(attachment, now));
            if (earliest <= now) return now;
        }

        return earliest;
    }

    public IEnumerator<Wait> Run()
    {
        foreach (var attachment in table.Open.Where(open => open.IsAttached && !open.IsWanted).ToList())
        {
            // Another routine may have detached it while nodes were written to.
            if (!table.Has(attachment)) continue;
            attachment.DetachWantedAt ??= routines.Now;
            table.Changed(attachment);
            if (WorkAt(attachment, routines.Now) is not { } at || at > routines.Now) continue;

            // The kubelet must not mount it any more: what it reads is written first, and without that nothing is detached.
            reports.Remove(attachment.Key);
            foreach (var wait in reports.Write()) yield return wait;
            if (!reports.HasUnsaid && !attachment.IsWanted && operations.FreeAt(attachment.Volume.Name, routines.Now) <= routines.Now)
            {
                Detach(attachment);
            }
        }

        foreach (var attachment in Wanted()) Keep(attachment);
        foreach (var wait in reports.Write()) yield return wait;
    }

    /// <summary>Of nodes that want one volume the first gets it: the order of a map (GetVolumesToAttach).</summary>
    private List<Attachment> Wanted()
    {
        var wanted = table.Open.Where(static open => open.IsWanted).ToList();
        for (var i = 1; i < wanted.Count; i++)
        {
            if (wanted[i].Volume.Name != wanted[i - 1].Volume.Name || wanted[i].IsAttached || wanted[i - 1].IsAttached) continue;
            order.Shuffle(wanted);
            break;
        }

        return wanted;
    }

    /// <summary>A node that has not been seen to use the volume, or not to use it any more, may be using it.</summary>
    private bool MayBeInUse(Attachment attachment) => !attachment.HasBeenInUse || cache.IsInUse(attachment.Key);

    private Instant? WorkAt(Attachment attachment, Instant now)
    {
        if (attachment is { IsWanted: true, IsAttached: true }) return now;
        if (attachment is { IsWanted: false, DetachWantedAt: null }) return now;
        if (operations.FreeAt(attachment.Volume.Name, now) is not { } free) return null;
        if (attachment.IsWanted || !MayBeInUse(attachment)) return free;
        var force = attachment.DetachWantedAt!.Value + options.UnmountWaitMax + TimeSpan.FromTicks(1);
        return force > free ? force : free;
    }

    private void Detach(Attachment attachment)
    {
        var waited = routines.Now - attachment.DetachWantedAt!.Value;
        var isForced = waited > options.UnmountWaitMax;
        if (isForced) Notes.Add(new DiskNote(attachment.Volume.Disk, attachment.Key.Node, waited));
        _work.Detach(attachment, isForced);
    }

    /// <summary>Wanted: attached if it is not, and if it is, nobody waits for its detachment any more.</summary>
    private void Keep(Attachment attachment)
    {
        if (attachment.IsAttached)
        {
            attachment.DetachWantedAt = null;
            table.Changed(attachment);
            reports.Add(attachment.Key);
        }
        else if (operations.FreeAt(attachment.Volume.Name, routines.Now) <= routines.Now)
        {
            _work.Attach(attachment);
        }
    }
}
