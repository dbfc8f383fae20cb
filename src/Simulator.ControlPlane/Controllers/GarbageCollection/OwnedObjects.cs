using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.GarbageCollection;

/// <summary>Who names whom as its owner, as far as the watches tell (graph_builder.go of 1.20).</summary>
internal sealed class OwnedObjects
{
    private readonly Dictionary<string, ApiObject> _byUid = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SortedSet<ObjectKey>> _dependents = new(StringComparer.Ordinal);

    private readonly Dictionary<ObjectKey, ApiObject> _owned = [];

    /// <summary>One key for objects of all kinds: a queue has keys of one shape.</summary>
    public static ObjectKey IdOf(ApiObject value) => new(value.Namespace, $"{value.Kind}/{value.Name}");

    public bool Knows(string uid) => _byUid.ContainsKey(uid);

    /// <summary>One that names owners; null if it is gone.</summary>
    public ApiObject? Find(ObjectKey id) => _owned.GetValueOrDefault(id);

    /// <summary>In the order of their keys.</summary>
    public IReadOnlyCollection<ObjectKey> DependentsOf(string uid) =>
        _dependents.TryGetValue(uid, out var ids) ? ids : Array.Empty<ObjectKey>();

    public void Put(ApiObject value)
    {
        var id = IdOf(value);
        if (_owned.Remove(id, out var before)) Unlink(id, before);
        _byUid[value.Metadata.Uid] = value;
        if (value.Metadata.OwnerReferences is not { Count: > 0 } owners) return;
        _owned.Add(id, value);
        foreach (var owner in owners)
        {
            if (!_dependents.TryGetValue(owner.Uid, out var ids)) _dependents.Add(owner.Uid, ids = []);
            ids.Add(id);
        }
    }

    public void Remove(ApiObject value)
    {
        var id = IdOf(value);
        _byUid.Remove(value.Metadata.Uid);
        if (_owned.Remove(id, out var before)) Unlink(id, before);
    }

    private void Unlink(ObjectKey id, ApiObject before)
    {
        foreach (var owner in before.Metadata.OwnerReferences ?? [])
        {
            if (!_dependents.TryGetValue(owner.Uid, out var ids)) continue;
            ids.Remove(id);
            if (ids.Count == 0) _dependents.Remove(owner.Uid);
        }
    }
}
