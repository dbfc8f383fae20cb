using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Simulator.Api;

/// <summary>An immutable map of strings, sorted by key in byte order: labels, annotations, plain selectors.</summary>
/// <remarks>Look-up is O(log n); objects made from one template share one instance, so that reference equality is a fast first
/// test.</remarks>
public sealed class LabelSet : IReadOnlyDictionary<string, string>
{
    public static readonly LabelSet Empty = new([]);

    /// <summary>By their pairs. What the pairs hash to is kept: a template's labels are looked up for each of its pods.</summary>
    public static readonly IEqualityComparer<LabelSet> ByContent = EqualityComparer<LabelSet>.Create(
        static (left, right) => ReferenceEquals(left, right) || (left is not null && right is not null && left.SameAs(right)),
        static labels => labels._hash != 0 ? labels._hash : labels.Hash());

    private readonly KeyValuePair<string, string>[] _pairs;
    private int _hash;

    private LabelSet(KeyValuePair<string, string>[] sortedPairs) => _pairs = sortedPairs;

    public int Count => _pairs.Length;

    /// <summary>The pairs in key order.</summary>
    public ReadOnlySpan<KeyValuePair<string, string>> Pairs => _pairs;

    public IEnumerable<string> Keys => _pairs.Select(pair => pair.Key);

    public IEnumerable<string> Values => _pairs.Select(pair => pair.Value);

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <summary>A set of the given pairs; of a key that comes twice the last value stays.</summary>
    public static LabelSet Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        List<KeyValuePair<string, string>> sorted = [];
        foreach (var pair in pairs) Put(pair, sorted);
        return sorted.Count == 0 ? Empty : new LabelSet([.. sorted]);
    }

    /// <summary>A set of the given pairs; of a key that comes twice the last value stays.</summary>
    public static LabelSet Of(params (string Key, string Value)[] pairs) =>
        Of(pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    public LabelSet With(string key, string value)
    {
        var place = PlaceOf(key, _pairs);
        var pair = KeyValuePair.Create(key, value);
        if (place < 0) return new LabelSet([.. _pairs.AsSpan(0, ~place), pair, .. _pairs.AsSpan(~place)]);
        return new LabelSet([.. _pairs.AsSpan(0, place), pair, .. _pairs.AsSpan(place + 1)]);
    }

    public LabelSet Without(string key)
    {
        var place = PlaceOf(key, _pairs);
        if (place < 0) return this;
        return _pairs.Length == 1 ? Empty : new LabelSet([.. _pairs.AsSpan(0, place), .. _pairs.AsSpan(place + 1)]);
    }

    public bool ContainsKey(string key) => PlaceOf(key, _pairs) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var place = PlaceOf(key, _pairs);
        value = place < 0 ? null : _pairs[place].Value;
        return place >= 0;
    }

    /// <summary>The value, or "" for a key that is absent.</summary>
    public string ValueOrEmpty(string key) => TryGetValue(key, out var value) ? value : "";

    /// <summary>True if every pair of this set stands in <paramref name="labels"/>: an empty set selects everything.</summary>
    public bool IsSubsetOf(LabelSet labels)
    {
        foreach (var (key, value) in _pairs)
        {
            if (!labels.TryGetValue(key, out var actual) || actual != value) return false;
        }

        return true;
    }

    public bool SameAs(LabelSet other) => ReferenceEquals(this, other) || _pairs.AsSpan().SequenceEqual(other._pairs);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)_pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Hash()
    {
        var hash = new HashCode();
        foreach (var (key, value) in _pairs)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return _hash = hash.ToHashCode();
    }

    private static void Put(KeyValuePair<string, string> pair, List<KeyValuePair<string, string>> sorted)
    {
        var place = PlaceOf(pair.Key, CollectionsMarshal.AsSpan(sorted));
        if (place < 0) sorted.Insert(~place, pair);
        else sorted[place] = pair;
    }

    /// <summary>Where the key stands; the complement of where it would stand if it is absent.</summary>
    private static int PlaceOf(string key, ReadOnlySpan<KeyValuePair<string, string>> sorted)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(sorted[middle].Key, key);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    public override string ToString() => string.Join(",", _pairs.Select(pair => $"{pair.Key}={pair.Value}"));
}
