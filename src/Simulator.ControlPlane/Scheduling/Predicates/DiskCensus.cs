using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>The distinct disks of one kind that pods use, and those that nobody can name.</summary>
/// <param name="inlineId">The disk that a volume names itself; null if it is of another kind.</param>
/// <param name="persistentId">The disk behind a persistent volume; null if it is of another kind.</param>
internal sealed class DiskCensus(Func<Volume, string?> inlineId, Func<PersistentVolume, string?> persistentId)
{
    private readonly HashSet<string> _disks = new(StringComparer.Ordinal);

    /// <summary>A missing claim or volume counts as one disk of its own.</summary>
    public int Missing { get; private set; }

    /// <summary>Why they cannot be counted; null if they can.</summary>
    public string? Error { get; private set; }

    public int Count => _disks.Count + Missing;

    public void Clear()
    {
        _disks.Clear();
        (Missing, Error) = (0, null);
    }

    /// <summary>Adds the pod's disks; a missing claim or volume ends the look at this pod, an unbound claim the whole count.</summary>
    public void Add(Pod pod, ClusterState state)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (Error is not null) return;
            if (inlineId(volume) is { } inline) _disks.Add(inline);
            else if (volume.ClaimName is not null && !TryAddClaim(pod.Namespace, volume.ClaimName, state)) return;
        }
    }

    /// <summary>Of both together.</summary>
    public int CountWith(DiskCensus other)
    {
        var count = Count + other.Missing;
        foreach (var disk in other._disks)
        {
            if (!_disks.Contains(disk)) count++;
        }

        return count;
    }

    private bool TryAddClaim(string podNamespace, string name, ClusterState state)
    {
        if (name.Length == 0) Error = "a claim has no name";
        else if (state.Claim(podNamespace, name) is not { } claim) Missing++;
        else if (claim.VolumeName.Length == 0) Error = $"claim {name} is not bound";
        else if (state.Volume(claim.VolumeName) is not { } volume) Missing++;
        else
        {
            if (persistentId(volume) is { } id) _disks.Add(id);
            return true;
        }

        return false;
    }
}
