namespace Simulator.World.Stateful;

/// <summary>All copies of a group's data that exist, whether somebody runs on them or not.</summary>
internal sealed class CopyShelf(WriteClock clock)
{
    private static readonly Comparer<DataCopy> ByPosition = Comparer<DataCopy>.Create(static (one, other) =>
        one.Position != other.Position
            ? Nullable.Compare(one.Position, other.Position)
            : string.CompareOrdinal(one.Place.Name, other.Place.Name));

    private readonly Dictionary<string, DataCopy> _copies = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<DataCopy>> _byOrdinal = [];
    private readonly SortedDictionary<string, List<DataCopy>> _byNode = new(StringComparer.Ordinal);

    /// <summary>Copies with data that stand still.</summary>
    private readonly SortedSet<DataCopy> _still = new(ByPosition);

    /// <summary>Copies that follow the clock.</summary>
    public int FollowingCount { get; private set; }

    public bool HasData => FollowingCount > 0 || _still.Count > 0;

    /// <summary>Up to where the newest copy has the writes; null without data.</summary>
    public TimeSpan? Newest => FollowingCount > 0 ? clock.Written : _still.Max?.Position;

    public DataCopy? Find(string place) => _copies.GetValueOrDefault(place);

    /// <summary>The copy at a place, an empty one if there is none, now in the hands of a member.</summary>
    public DataCopy Take(DataPlace place, int ordinal)
    {
        if (!_copies.TryGetValue(place.Name, out var copy)) copy = Add(place, ordinal);
        if (copy.Ordinal != ordinal)
        {
            _byOrdinal[copy.Ordinal].Remove(copy);
            Index(copy, ordinal);
        }

        copy.Users++;
        return copy;
    }

    public IReadOnlyList<DataCopy> OfOrdinal(int ordinal) => _byOrdinal.TryGetValue(ordinal, out var copies) ? copies : [];

    /// <summary>On the own disk of a machine.</summary>
    public IReadOnlyList<DataCopy> OnNode(string node) => _byNode.TryGetValue(node, out var copies) ? [.. copies] : [];

    public void Follow(DataCopy copy)
    {
        if (copy.Followers++ > 0) return;
        if (copy.Position is not null) _still.Remove(copy);
        FollowingCount++;
        copy.Position = null;
    }

    public void Unfollow(DataCopy copy)
    {
        if (--copy.Followers > 0) return;
        FollowingCount--;
        copy.Position = clock.Written;
        _still.Add(copy);
    }

    public void Remove(DataCopy copy)
    {
        if (copy.Position is not null) _still.Remove(copy);
        _copies.Remove(copy.Place.Name);
        _byOrdinal[copy.Ordinal].Remove(copy);
        if (copy.Place.Node.Length > 0) _byNode[copy.Place.Node].Remove(copy);
    }

    /// <summary>Writes after a moment are given up everywhere.</summary>
    public void Clip(TimeSpan to)
    {
        while (_still.Max is { } newest && newest.Position > to)
        {
            _still.Remove(newest);
            newest.Position = to;
            _still.Add(newest);
        }
    }

    private DataCopy Add(DataPlace place, int ordinal)
    {
        var copy = new DataCopy(place);
        _copies.Add(place.Name, copy);
        Index(copy, ordinal);
        if (place.Node.Length == 0) return copy;
        if (!_byNode.TryGetValue(place.Node, out var there)) _byNode.Add(place.Node, there = []);
        there.Add(copy);
        return copy;
    }

    private void Index(DataCopy copy, int ordinal)
    {
        copy.Ordinal = ordinal;
        if (!_byOrdinal.TryGetValue(ordinal, out var copies)) _byOrdinal.Add(ordinal, copies = []);
        copies.Add(copy);
    }
}
