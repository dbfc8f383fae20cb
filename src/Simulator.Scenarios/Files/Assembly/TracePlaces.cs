using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Which place of a cluster stands for a target of a trace: the one of that name, else one dealt out in turn.</summary>
internal sealed class TracePlaces
{
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _names;

    public TracePlaces(IEnumerable<NodeFactory.Placed> nodes, PlaceScope scope)
    {
        _names = [.. nodes.Select(placed => placed.NameOf(scope)).Distinct(StringComparer.Ordinal)];
        foreach (var name in _names) _places.Add(name, name);
    }

    public int Count => _names.Count;

    /// <summary>Targets that are no names of the cluster.</summary>
    public int Dealt => _places.Count - _names.Count;

    public string Of(string target)
    {
        if (!_places.TryGetValue(target, out var place)) _places.Add(target, place = _names[Dealt % _names.Count]);
        return place;
    }
}
