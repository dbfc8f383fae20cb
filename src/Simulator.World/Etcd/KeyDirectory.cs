using Simulator.Api;

namespace Simulator.World.Etcd;

/// <summary>The keys of one part of the key space; lists in key order are kept until the next change.</summary>
internal sealed class KeyDirectory<T>
    where T : class
{
    private T[]? _values;

    public Dictionary<ObjectKey, KeyValue<T>> Entries { get; } = [];

    public void Changed() => _values = null;

    public T[] Values()
    {
        if (_values is not null) return _values;
        var entries = InOrder();
        _values = new T[entries.Length];
        for (var i = 0; i < entries.Length; i++) _values[i] = entries[i].Value;
        return _values;
    }

    public KeyValue<T>[] InOrder()
    {
        ObjectKey[] keys = [.. Entries.Keys];
        KeyValue<T>[] entries = [.. Entries.Values];

        // Keys side by side: a sort of the entries would look for its key in each of them, at every comparison.
        Array.Sort(keys, entries);
        return entries;
    }
}
