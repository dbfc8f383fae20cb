using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>
/// Things that select pods, to be found by a pod's namespace and labels without a look at those that ask for other labels.
/// </summary>
public sealed class PairIndex<T>
    where T : class
{
    /// <summary>Empty lists are let go when there are more of them than this, and more than of the others.</summary>
    private const int EmptyMax = 1024;

    private readonly Dictionary<(string? Namespace, string Key, string Value), Bucket> _buckets = [];
    private readonly Dictionary<T, List<Bucket>> _places = [];
    private int _empty;
    private int _epoch;

    /// <summary>Grows with every change.</summary>
    public long Version { get; private set; }

    /// <summary>Grows with every change of what <see cref="Collect"/> may give for these labels, and now and then besides.</summary>
    public (int Epoch, long Changes) VersionFor(string podNamespace, LabelSet labels)
    {
        var changes = 0L;
        foreach (var place in Places(podNamespace, labels)) changes += place.Version;
        return (_epoch, changes);
    }

    /// <summary>Adds all that may select a pod: what asks for one of its label pairs, or for none.</summary>
    public void Collect(string podNamespace, LabelSet labels, List<T> into)
    {
        foreach (var place in Places(podNamespace, labels)) into.AddRange(place.Things);
    }

    /// <param name="podNamespace">Null = pods of all namespaces. May be called for several.</param>
    /// <param name="pairs">A pod must carry all of them to be selected.</param>
    internal void Add(T thing, string? podNamespace, LabelSet pairs)
    {
        var bucket = Smallest(podNamespace, pairs);
        if (bucket.Things.Count == 0) _empty--;
        bucket.Things.Add(thing);
        bucket.Version++;
        Version++;
        if (!_places.TryGetValue(thing, out var places)) _places.Add(thing, places = []);
        places.Add(bucket);
    }

    internal void Remove(T thing)
    {
        if (!_places.Remove(thing, out var places)) return;
        foreach (var bucket in places)
        {
            bucket.Things.Remove(thing);
            bucket.Version++;
            if (bucket.Things.Count == 0) _empty++;
        }

        Version++;
        if (_empty > EmptyMax && _empty > _buckets.Count / 2) LetEmptyOnesGo();
    }

    internal void Clear()
    {
        _epoch++;
        _empty = 0;
        Version++;
        _buckets.Clear();
        _places.Clear();
    }

    private IEnumerable<Bucket> Places(string podNamespace, LabelSet labels)
    {
        foreach (var where in (string?[])[podNamespace, null])
        {
            if (_buckets.TryGetValue((where, "", ""), out var any)) yield return any;
            foreach (var (key, value) in labels)
            {
                if (_buckets.TryGetValue((where, key, value), out var bucket)) yield return bucket;
            }
        }
    }

    private Bucket Smallest(string? podNamespace, LabelSet pairs)
    {
        Bucket? smallest = null;
        foreach (var (key, value) in pairs.Pairs)
        {
            var bucket = At((podNamespace, key, value));
            if (smallest is null || bucket.Things.Count < smallest.Things.Count) smallest = bucket;
        }

        return smallest ?? At((podNamespace, "", ""));
    }

    private Bucket At((string? Namespace, string Key, string Value) pair)
    {
        if (_buckets.TryGetValue(pair, out var bucket)) return bucket;
        _buckets.Add(pair, bucket = new Bucket());
        _empty++;
        return bucket;
    }

    private void LetEmptyOnesGo()
    {
        _epoch++;
        _empty = 0;
        foreach (var (pair, bucket) in _buckets)
        {
            if (bucket.Things.Count == 0) _buckets.Remove(pair);
        }
    }

    private sealed class Bucket
    {
        public List<T> Things { get; } = [];

        public long Version { get; set; }
    }
}
