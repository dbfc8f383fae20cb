using System.Diagnostics.CodeAnalysis;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>Keys to be synchronised, first in first out: never one twice at once, additions meanwhile fold into one re-run.</summary>
/// <remarks>pkg/util/workqueue/queue.go of 1.3.10.</remarks>
internal sealed class WorkQueue
{
    private readonly Queue<ObjectKey> _queue = new();
    private readonly HashSet<ObjectKey> _dirty = [];
    private readonly HashSet<ObjectKey> _processing = [];

    public bool IsEmpty => _queue.Count == 0;

    public void Add(ObjectKey key)
    {
        if (_dirty.Add(key) && !_processing.Contains(key)) _queue.Enqueue(key);
    }

    public bool TryTake([MaybeNullWhen(false)] out ObjectKey key)
    {
        if (!_queue.TryDequeue(out key)) return false;
        _dirty.Remove(key);
        _processing.Add(key);
        return true;
    }

    public void Done(ObjectKey key)
    {
        _processing.Remove(key);
        if (_dirty.Contains(key)) _queue.Enqueue(key);
    }
}
