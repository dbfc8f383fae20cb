using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer.Admission;

/// <summary>The objects of a kind by namespace: a namespace without any costs one look-up in a table that is mostly empty.</summary>
internal sealed class ByNamespace<T>
    where T : ApiObject
{
    private readonly Dictionary<string, T[]> _objects = new(StringComparer.Ordinal);
    private readonly ObjectStore _store;
    private readonly string _kind;

    public ByNamespace(ObjectStore store, string kind)
    {
        (_store, _kind) = (store, kind);
        store.Committed += OnCommitted;
    }

    /// <summary>In name order; the same instance as long as none of them changes.</summary>
    public T[] In(string home) => _objects.Count > 0 && _objects.TryGetValue(home, out var objects) ? objects : [];

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Object is not T changed) return;
        T[] now = [.. _store.List(_kind, changed.Namespace).Cast<T>()];
        if (now.Length > 0) _objects[changed.Namespace] = now;
        else _objects.Remove(changed.Namespace);
    }
}
