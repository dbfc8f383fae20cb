using System.Runtime.InteropServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>Objects by the controller that their owner references name, and those that name none.</summary>
/// <param name="counted">Told of each object that an owner, by its uid, gains (1) or loses (-1); null = nobody asks.</param>
internal sealed class OwnerIndex<T>(Action<string, T, int>? counted = null)
    where T : ApiObject
{
    private static readonly Group None = new();

    private readonly Dictionary<string, Group> _owned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Group> _orphans = new(StringComparer.Ordinal);

    /// <summary>Takes an object in place of the version before it.</summary>
    public void Put(T value, T? former)
    {
        if (former is not null && !ReferenceEquals(GroupOf(former), GroupOf(value))) Remove(former);
        if (GroupOf(value).Put(value) is { } replaced) Count(replaced, -1);
        Count(value, 1);
    }

    public void Remove(T value)
    {
        var owner = value.Metadata.ControllerReference;
        var (groups, name) = owner is null ? (_orphans, value.Namespace) : (_owned, owner.Uid);
        if (!groups.TryGetValue(name, out var group) || group.Remove(value.Key) is not { } known) return;
        Count(known, -1);
        if (group.Count == 0) groups.Remove(name);
    }

    /// <summary>In order of their keys; not to be changed meanwhile.</summary>
    public IReadOnlyCollection<T> OwnedBy(string uid) => _owned.GetValueOrDefault(uid, None).InOrder;

    /// <summary>What a namespace has that is nobody's, in order of their keys.</summary>
    public IReadOnlyCollection<T> Orphans(string ofNamespace) => _orphans.GetValueOrDefault(ofNamespace, None).InOrder;

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

    private Group GroupOf(T value)
    {
        var owner = value.Metadata.ControllerReference;
        var (groups, name) = owner is null ? (_orphans, value.Namespace) : (_owned, owner.Uid);
        if (!groups.TryGetValue(name, out var group)) groups.Add(name, group = new Group());
        return group;
    }

    /// <summary>Those of one owner. Their order is kept from the first time on that somebody asks for it; most never do.</summary>
    private sealed class Group
    {
        private readonly Dictionary<ObjectKey, T> _values = [];
        private List<T>? _inOrder;

        public int Count => _values.Count;

        public IReadOnlyCollection<T> InOrder
        {
            get
            {
                if (_inOrder is not null) return _inOrder;
                _inOrder = [.. _values.Values];
                _inOrder.Sort(static (left, right) => left.Key.CompareTo(right.Key));
                return _inOrder;
            }
        }

        /// <summary>The version before it; null: it is new.</summary>
        public T? Put(T value)
        {
            ref var stored = ref CollectionsMarshal.GetValueRefOrAddDefault(_values, value.Key, out _);
            var replaced = stored;
            stored = value;
            if (_inOrder is null) return replaced;
            var place = PlaceIn(_inOrder, value.Key);
            if (place < 0) _inOrder.Insert(~place, value);
            else _inOrder[place] = value;
            return replaced;
        }

        public T? Remove(ObjectKey key)
        {
            if (!_values.Remove(key, out var removed)) return null;
            _inOrder?.RemoveAt(PlaceIn(_inOrder, key));
            return removed;
        }

        /// <summary>As a binary search says it.</summary>
        private static int PlaceIn(List<T> inOrder, ObjectKey key)
        {
            var (low, high) = (0, inOrder.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) >>> 1;
                var order = inOrder[middle].Key.CompareTo(key);
                if (order == 0) return middle;
                if (order < 0) low = middle + 1;
                else high = middle - 1;
            }

            return ~low;
        }
    }
}
