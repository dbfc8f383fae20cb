using System.Diagnostics.CodeAnalysis;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>
/// All attachments that are wanted or there: the desired and the actual state of the world of 1.3.10 in one. Passes look only at those that
/// are open.
/// </summary>
internal sealed class AttachmentTable
{
    private readonly Dictionary<VolumeOnNode, Attachment> _all = [];
    private readonly SortedSet<VolumeOnNode> _open = [];

    /// <summary>Of which there is something to do, now or later, in order.</summary>
    public IEnumerable<Attachment> Open => _open.Select(key => _all[key]);

    public bool TryFind(VolumeOnNode key, [MaybeNullWhen(false)] out Attachment attachment) => _all.TryGetValue(key, out attachment);

    /// <summary>It has not been forgotten since somebody took it from here.</summary>
    public bool Has(Attachment attachment) => ReferenceEquals(_all.GetValueOrDefault(attachment.Key), attachment);

    public Attachment FindOrAdd(AttachableVolume volume, string node)
    {
        var key = new VolumeOnNode(volume.Name, node);
        if (!_all.TryGetValue(key, out var attachment)) _all.Add(key, attachment = new Attachment(key, volume));
        return attachment;
    }

    /// <summary>To be called after every change of an attachment; one that is neither wanted nor there is forgotten.</summary>
    public void Changed(Attachment attachment)
    {
        if (attachment.IsOpen) _open.Add(attachment.Key);
        else _open.Remove(attachment.Key);
        if (!attachment.IsWanted && !attachment.IsAttached) _all.Remove(attachment.Key);
    }
}
