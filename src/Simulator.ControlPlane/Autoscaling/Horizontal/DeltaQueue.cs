using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Versions of objects that wait to be looked at, in order; those of one object together (delta_fifo.go of 1.3.10).</summary>
internal sealed class DeltaQueue
{
    private readonly Queue<ObjectKey> _keys = new();
    private readonly Dictionary<ObjectKey, List<CachedAutoscaler?>> _versions = [];

    // An allocation a pass otherwise.
    private readonly Stack<List<CachedAutoscaler?>> _emptied = new();

    public bool IsEmpty => _versions.Count == 0;

    /// <param name="version">Null: the object is gone.</param>
    public void Add(ObjectKey key, CachedAutoscaler? version)
    {
        if (!_versions.TryGetValue(key, out var waiting))
        {
            _keys.Enqueue(key);
            _versions.Add(key, waiting = _emptied.TryPop(out var emptied) ? emptied : []);
        }

        waiting.Add(version);
    }

    /// <summary>A resync's version: not of an object that is to be deleted.</summary>
    public void AddKnown(ObjectKey key, CachedAutoscaler version)
    {
        if (!_versions.TryGetValue(key, out var waiting) || waiting[^1] is not null) Add(key, version);
    }

    /// <summary>All versions of the object that has waited longest, oldest first.</summary>
    public bool TryTake(out ObjectKey key, List<CachedAutoscaler?> into)
    {
        if (!_keys.TryDequeue(out key)) return false;
        _versions.Remove(key, out var versions);
        into.AddRange(versions!);
        versions!.Clear();
        _emptied.Push(versions);
        return true;
    }
}
