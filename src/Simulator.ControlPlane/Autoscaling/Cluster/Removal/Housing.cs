using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>
/// How the pods of one node found places on others. As long as that node and those places stay as they were, and each pod is tried where
/// it was put first, they are put there again: no predicate has to be asked.
/// </summary>
internal sealed class Housing(PicturedNode from)
{
    private readonly List<Pod> _pods = [];
    private readonly List<(ObjectKey Pod, PicturedNode Place, long Version)> _places = [];
    private long _version = -1;
    private long _storage;

    /// <param name="placed">All its pods that would move, in order, and where they were put.</param>
    /// <param name="storage">Version of claims and volumes.</param>
    public void Keep(IReadOnlyList<(Pod Pod, PicturedNode Place)> placed, long storage)
    {
        (_version, _storage) = (from.Info.Version, storage);
        _places.Clear();
        foreach (var (pod, place) in placed) _places.Add((pod.Key, place, place.Info.Version));
        _pods.Clear();
        foreach (var cached in from.Info.Pods) _pods.Add(cached.Pod);
    }

    /// <summary>True if they are put where they were, which <paramref name="places"/> are told.</summary>
    public bool TryRepeat(IPlaceOrder places, long storage)
    {
        if (_version != from.Info.Version || _storage != storage || !HasSamePods(from.Info.Pods)) return false;
        foreach (var (pod, place, version) in _places)
        {
            if (!place.IsListed || place.Info.Version != version || places.HintFor(pod) != place.Name) return false;
        }

        foreach (var (pod, place, _) in _places) places.Note(pod, from.Name, place.Name);
        return true;
    }

    /// <summary>Which of them move is read in their objects.</summary>
    private bool HasSamePods(IReadOnlyList<CachedPod> now)
    {
        if (now.Count != _pods.Count) return false;
        for (var i = 0; i < now.Count; i++)
        {
            if (!ReferenceEquals(now[i].Pod, _pods[i])) return false;
        }

        return true;
    }
}
