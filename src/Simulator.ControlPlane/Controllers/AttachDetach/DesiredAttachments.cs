using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>
/// Which pods want which volumes at their node: every pod that has a node, finished or not, until its object is gone (desiredStateOfWorld
/// of 1.3.10).
/// </summary>
internal sealed class DesiredAttachments(AttachmentTable table, VolumeCache cache)
{
    private readonly Dictionary<string, Wishes> _byPod = new(StringComparer.Ordinal);

    /// <summary>Pods whose wishes are not the last word, by uid: a claim is not bound, or was gone before its pod.</summary>
    private readonly SortedSet<string> _doubtful = new(StringComparer.Ordinal);

    public bool NeedsRecheck => _doubtful.Count > 0;

    /// <summary>A volume behind a claim that is not bound yet is taken in at the pod's next event, or at the recheck.</summary>
    public void Observe(Pod pod)
    {
        // Every kubelet asks for the controller by default (enable-controller-attach-detach): all nodes count as managed.
        if (!pod.IsAssigned || !AttachableVolume.MayBeUsedBy(pod)) return;
        if (!_byPod.TryGetValue(pod.Metadata.Uid, out var wishes)) _byPod.Add(pod.Metadata.Uid, wishes = new Wishes(pod));
        foreach (var volume in VolumesOfPod.Attachable(pod, cache.Find))
        {
            if (!wishes.Volumes.TryAdd(volume.Name, volume)) continue;
            var attachment = table.FindOrAdd(volume, pod.NodeName);
            attachment.Users++;
            table.Changed(attachment);
        }

        if (VolumesOfPod.UnboundClaim(pod, cache.Find) is null) _doubtful.Remove(pod.Metadata.Uid);
        else _doubtful.Add(pod.Metadata.Uid);
    }

    /// <summary>What the pod's claims still tell is given up at once, the rest at the recheck.</summary>
    public void Forget(Pod pod)
    {
        if (!_byPod.TryGetValue(pod.Metadata.Uid, out var wishes)) return;
        foreach (var volume in VolumesOfPod.Attachable(pod, cache.Find)) Withdraw(wishes, volume.Name);
        if (wishes.Volumes.Count > 0) _doubtful.Add(pod.Metadata.Uid);
        else Drop(pod.Metadata.Uid);
    }

    public void Recheck()
    {
        foreach (var uid in _doubtful.ToList())
        {
            var wishes = _byPod[uid];
            if (cache.Find("Pod", wishes.Pod.Key) is Pod pod && pod.Metadata.Uid == uid)
            {
                Observe(pod);
                continue;
            }

            foreach (var volume in wishes.Volumes.Keys.ToList()) Withdraw(wishes, volume);
            Drop(uid);
        }
    }

    private void Drop(string uid)
    {
        _byPod.Remove(uid);
        _doubtful.Remove(uid);
    }

    private void Withdraw(Wishes wishes, string volume)
    {
        if (!wishes.Volumes.Remove(volume, out var wish)) return;
        var attachment = table.FindOrAdd(wish, wishes.Pod.NodeName);
        attachment.Users--;
        table.Changed(attachment);
    }

    private sealed class Wishes(Pod pod)
    {
        public Pod Pod => pod;

        public SortedDictionary<string, AttachableVolume> Volumes { get; } = new(StringComparer.Ordinal);
    }
}
