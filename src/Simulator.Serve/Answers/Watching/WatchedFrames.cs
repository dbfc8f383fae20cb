using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Watching;

/// <summary>One open watch: what of the store's changes it is told (cacheWatcher in pkg/storage/cacher.go).</summary>
internal sealed class WatchedFrames : IDisposable
{
    private readonly IDocumentStore _store;
    private readonly Watched _watched;
    private readonly IFrameSink _sink;
    private readonly IFraming _framing;

    /// <param name="after">Null: what is there is told first.</param>
    public WatchedFrames(
        IDocumentStore store, Watched watched, IFrameSink sink, IFraming framing, IReadOnlyList<DocumentChange>? after)
    {
        (_store, _watched, _sink, _framing) = (store, watched, sink, framing);
        if (after is null) TellAll();
        foreach (var change in after ?? []) Tell(change);
        store.Changed += Tell;
    }

    public void Dispose() => _store.Changed -= Tell;

    private void TellAll()
    {
        foreach (var document in _store.List(_watched.Target.Resource.Name, _watched.Target.Namespace))
        {
            if (_watched.Selection.Takes(document)) Send("ADDED", document);
        }
    }

    private void Tell(DocumentChange change)
    {
        if (change.Key.Resource != _watched.Target.Resource.Name) return;
        if (_watched.Target.Namespace is { } home && change.Key.Namespace != home) return;
        var takes = change.Now is not null && _watched.Selection.Takes(change.Now);
        var took = change.Before is not null && _watched.Selection.Takes(change.Before);
        if (takes) Send(took ? "MODIFIED" : "ADDED", change.Now!);
        else if (took) Send("DELETED", change.Now ?? Last(change));
    }

    /// <summary>A deleted object is shown as it was, under the version of its deletion.</summary>
    private static JsonObject Last(DocumentChange change)
    {
        var last = change.Before!.Copy();
        last.Child("metadata")["resourceVersion"] = $"{change.Version}";
        return last;
    }

    private void Send(string type, JsonObject document)
    {
        _sink.Write(_framing.Frame(type, _watched.Show(document)));
    }
}
