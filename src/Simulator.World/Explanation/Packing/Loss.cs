using Simulator.World.Specification;

namespace Simulator.World.Explanation.Packing;

/// <summary>Nodes that are thought away.</summary>
/// <param name="Title">What is lost, in words: "zone us-east1-b"; "nothing".</param>
/// <param name="Nodes">Their names.</param>
public sealed record Loss(string Title, IReadOnlySet<string> Nodes)
{
    public static Loss Nothing { get; } = new("nothing", new HashSet<string>());

    /// <summary>Each zone, rack, pool or node alone, in name order; nodes of which nobody says where they stand are in none.</summary>
    public static IReadOnlyList<Loss> Each(ClusterSnapshot cluster, PlaceScope scope) =>
    [
        .. cluster.Nodes
            .GroupBy(node => cluster.PlaceOf(node, scope), StringComparer.Ordinal)
            .Where(place => place.Key.Length > 0)
            .OrderBy(place => place.Key, StringComparer.Ordinal)
            .Select(place => new Loss(
                $"{scope.ToString().ToLowerInvariant()} {place.Key}",
                place.Select(node => node.Name).ToHashSet(StringComparer.Ordinal))),
    ];
}
