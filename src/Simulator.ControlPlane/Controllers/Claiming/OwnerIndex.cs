using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>Objects by the controller that their owner references name, and those that name none.</summary>
/// <param name="counted">Told of each object that an owner, by its uid, gains (1) or loses (-1); null = nobody asks.</param>
internal sealed class OwnerIndex<T>(Action<string, T, int>? counted = null)
    where T : ApiObject
{
    private static readonly SortedDictionary<ObjectKey, T> None = [];

    private readonly Dictionary<string, SortedDictionary<ObjectKey, T>> _owned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<ObjectKey, T>> _orphans = new(StringComparer.Ordinal);

    /// <summary>Takes an object in place of the version before it.</summary>
    public void Put(T value, T? former)
    {
        if (former is not null && !ReferenceEquals(GroupOf(former), GroupOf(value))) Remove(former);
        var group = GroupOf(value);
        if (group.TryGetValue(value.Key, out var replaced)) Count(replaced, -1);
        group[value.Key] = value;
        Count(value, 1);
    }

    public void Remove(T value)
    {
        var owner = value.Metadata.ControllerReference;
        var (groups, name) = owner is null ? (_orphans, value.Namespace) : (_owned, owner.Uid);
        if (!groups.TryGetValue(name, out var group) || !group.TryGetValue(value.Key, out var known)) return;
        group.Remove(value.Key);
        Count(known, -1);
        if (group.Count == 0) groups.Remove(name);
    }

    /// <summary>In order of their keys; not to be changed meanwhile.</summary>
    public IReadOnlyCollection<T> OwnedBy(string uid) => _owned.GetValueOrDefault(uid, None).Values;

    /// <summary>What a namespace has that is nobody's, in order of their keys.</summary>
    public IReadOnlyCollection<T> Orphans(string ofNamespace) => _orphans.GetValueOrDefault(ofNamespace, None).Values;

    /// <summary>What an owner has or might claim, in order of their keys.</summary>
    public List<T> Candidates(ApiObject owner)
    {
        var (owned, orphans) = (OwnedBy(owner.Metadata.Uid), Orphans(owner.Namespace));
        List<T> all = [.. owned, .. orphans];
        if (orphans.Count > 0 && owned.Count > 0) all.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return all;
    }

    private void Count(T value, int change)
    {
        if (counted is not null && value.Metadata.ControllerReference is { } owner) counted(owner.Uid, value, change);
    }

    private SortedDictionary<ObjectKey, T> GroupOf(T value)
    {
        var owner = value.Metadata.ControllerReference;
        var (groups, name) = owner is null ? (_orphans, value.Namespace) : (_owned, owner.Uid);
        if (!groups.TryGetValue(name, out var group)) groups.Add(name, group = []);
        return group;
    }
}
