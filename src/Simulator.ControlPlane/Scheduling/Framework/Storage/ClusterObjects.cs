using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Storage;

/// <summary>What the scheduler's watches bring beside nodes and pods; each kind in the order of keys.</summary>
public sealed class ClusterObjects
{
    private readonly Dictionary<string, SortedDictionary<ObjectKey, ApiObject>> _kinds = new(StringComparer.Ordinal);

    /// <summary>Services and controllers by what they select.</summary>
    public OwnerIndex Owners { get; } = new();

    public IEnumerable<T> All<T>()
        where T : ApiObject =>
        OfKind(typeof(T).Name).Values.Cast<T>();

    public T? Find<T>(string name, string inNamespace = "")
        where T : ApiObject =>
        (T?)OfKind(typeof(T).Name).GetValueOrDefault(new ObjectKey(inNamespace, name));

    /// <summary>Adds or replaces.</summary>
    public void Set(ApiObject value)
    {
        OfKind(value.GetType().Name)[value.Key] = value;
        if (IsOwner(value)) Owners.Set(value);
    }

    public void Remove(ApiObject value)
    {
        OfKind(value.GetType().Name).Remove(value.Key);
        if (IsOwner(value)) Owners.Remove(value);
    }

    private static bool IsOwner(ApiObject value) => value is Service or ReplicationController or ReplicaSet or PetSet;

    private SortedDictionary<ObjectKey, ApiObject> OfKind(string kind)
    {
        if (!_kinds.TryGetValue(kind, out var objects)) _kinds.Add(kind, objects = []);
        return objects;
    }
}
