using System.Diagnostics.CodeAnalysis;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Versions of objects that wait to be looked at, in order; those of one object together (delta_fifo.go of 1.3.10).</summary>
internal sealed class DeltaQueue
{
    private readonly Queue<KnownAutoscaler> _turns = new();

    public bool IsEmpty => _turns.Count == 0;

    /// <param name="version">Null: the object is gone.</param>
    public void Add(KnownAutoscaler known, CachedAutoscaler? version)
    {
        if (known.Waiting.Count == 0) _turns.Enqueue(known);
        known.Waiting.Add(version);
    }

    /// <summary>A resync's version: not of an object that is to be deleted.</summary>
    public void AddCached(KnownAutoscaler known)
    {
        if (known.Waiting is [] or [.., not null]) Add(known, known.Cached);
    }

    /// <summary>All versions of the object that has waited longest, oldest first.</summary>
    /// <param name="versions">Empty before: it is taken for those that will wait next.</param>
    public bool TryTake([NotNullWhen(true)] out KnownAutoscaler? known, ref List<CachedAutoscaler?> versions)
    {
        if (!_turns.TryDequeue(out known)) return false;
        (versions, known.Waiting) = (known.Waiting, versions);
        return true;
    }
}
