namespace Simulator.World.Specification;

/// <summary>Round trips through the network between regions, the same in both directions.</summary>
/// <param name="pairs">What a scenario says, each pair once, its names in ordinal order; a pair of one name: within a region.</param>
public sealed class RegionLatencies(IReadOnlyDictionary<(string, string), TimeSpan> pairs)
{
    /// <summary>Within a region whose own is not given.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMilliseconds(1);

    public static RegionLatencies None { get; } = new(new Dictionary<(string, string), TimeSpan>());

    /// <summary>All regions that are named, in ordinal order.</summary>
    public IReadOnlyList<string> Regions { get; } =
        [.. pairs.Keys.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).Distinct().Order(StringComparer.Ordinal)];

    public static (string, string) PairOf(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    /// <returns>Null: nobody says how far apart they are.</returns>
    public TimeSpan? Between(string one, string other)
    {
        if (pairs.TryGetValue(PairOf(one, other), out var found)) return found;
        return one == other ? Within : null;
    }
}
