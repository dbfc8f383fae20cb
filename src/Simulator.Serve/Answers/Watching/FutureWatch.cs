using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Watching;

/// <summary>A watch from a version that is not there yet: silent until it is.</summary>
internal sealed class FutureWatch : IDisposable
{
    private readonly IDocumentStore _store;
    private readonly long _version;
    private readonly Func<IDisposable> _open;
    private IDisposable? _opened;

    public FutureWatch(IDocumentStore store, long version, Func<IDisposable> open)
    {
        (_store, _version, _open) = (store, version, open);
        store.Changed += Look;
    }

    public void Dispose()
    {
        _store.Changed -= Look;
        _opened?.Dispose();
    }

    private void Look(DocumentChange change)
    {
        if (change.Version < _version) return;
        _store.Changed -= Look;
        _opened ??= _open();
    }
}
