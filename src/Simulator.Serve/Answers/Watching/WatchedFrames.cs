using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Watching;

/// <summary>One open watch: what of the store's changes it is told (cacheWatcher in pkg/storage/cacher.go).</summary>
internal sealed class WatchedFrames : IDisposable
{
    private readonly WatchHub _hub;
    private readonly Watched _watched;
    private readonly IFrameSink _sink;

    public WatchedFrames(WatchHub hub, Watched watched, IFrameSink sink) => (_hub, _watched, _sink) = (hub, watched, sink);

    /// <summary>Null: of all namespaces, of all names.</summary>
    public (string Resource, string? Home, string? Name) About =>
        (_watched.Target.Resource.StoredName, _watched.Target.Namespace, _watched.Selection.Name);

    /// <summary>What is there is told first.</summary>
    public WatchedFrames After(IEnumerable<StoredDocument> there)
    {
        foreach (var document in there)
        {
            if (_watched.Selection.Takes(document)) Send("ADDED", document);
        }

        return Begin();
    }

    /// <summary>What has happened is told first.</summary>
    public WatchedFrames After(IEnumerable<DocumentChange> before)
    {
        foreach (var change in before) Tell(change);
        return Begin();
    }

    public void Dispose() => _hub.Remove(this);

    public void Tell(in DocumentChange change)
    {
        if (change.Key.Resource != _watched.Target.Resource.StoredName) return;
        if (_watched.Target.Namespace is { } home && change.Key.Namespace != home) return;
        var takes = change.New is not null && _watched.Selection.Takes(change.New);
        var took = change.Old is not null && _watched.Selection.Takes(change.Old);
        if (takes) Send(took ? "MODIFIED" : "ADDED", change.New!);
        else if (took) Send("DELETED", change.New ?? Last(change));
    }

    private WatchedFrames Begin()
    {
        _hub.Add(this);
        return this;
    }

    /// <summary>A deleted object is shown as it was, under the version of its deletion.</summary>
    private static PlainDocument Last(in DocumentChange change)
    {
        var last = change.Before!.Copy();
        last.Child("metadata")["resourceVersion"] = $"{change.Version}";
        return new PlainDocument(last);
    }

    private void Send(string type, StoredDocument document) =>
        _sink.Write(_hub.Memo.Of(document, $"{type} {_watched.Manner}", () => _watched.Framing.Frame(type, _watched.Show(document))));
}
