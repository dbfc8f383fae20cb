using Simulator.World.Traces;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary>Pods of which the first was looked at before the others are read.</summary>
internal sealed class PeekedPods(IEnumerable<TracePod> pods) : IDisposable
{
    private readonly IEnumerator<TracePod> _pods = pods.GetEnumerator();
    private bool _isPeeked;
    private bool _hasFirst;

    /// <summary>Reads up to the first: then what the head of the file says is known.</summary>
    public void Peek()
    {
        if (_isPeeked) return;
        (_isPeeked, _hasFirst) = (true, _pods.MoveNext());
    }

    public IEnumerable<TracePod> All()
    {
        Peek();
        for (var has = _hasFirst; has; has = _pods.MoveNext()) yield return _pods.Current;
    }

    public void Dispose() => _pods.Dispose();
}
