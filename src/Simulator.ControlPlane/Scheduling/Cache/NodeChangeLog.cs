namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>Which nodes changed, in order, so that whoever caches something per node need look only at those.</summary>
public sealed class NodeChangeLog
{
    private const int Capacity = 1 << 16;

    private readonly List<NodeChange> _changed = [];
    private long _first;

    /// <summary>Position after the newest entry.</summary>
    public long End => _first + _changed.Count;

    /// <summary>Grows when nodes come or go, or their labels change: everything kept per node is void.</summary>
    public int Epoch { get; private set; }

    /// <param name="pods">Null: anything may have changed.</param>
    internal void Add(NodeInfo node, LabelClass? pods = null)
    {
        if (_changed.Count == Capacity)
        {
            _first += Capacity / 2;
            _changed.RemoveRange(0, Capacity / 2);
        }

        _changed.Add(new NodeChange(node, pods));
    }

    internal void Restart()
    {
        Epoch++;
        _first += _changed.Count;
        _changed.Clear();
    }

    /// <summary>The changes from <paramref name="position"/> on; false if they are no longer kept.</summary>
    public bool TryRead(long position, out ReadOnlySpan<NodeChange> changed)
    {
        changed = default;
        if (position < _first) return false;
        changed = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_changed)[(int)(position - _first)..];
        return true;
    }
}

/// <summary>One change of a node.</summary>
/// <param name="Pods">Only a pod of these has come or gone; null: anything may have changed.</param>
public readonly record struct NodeChange(NodeInfo Node, LabelClass? Pods);
