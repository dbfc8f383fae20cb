using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.World.Nodes;

/// <summary>Which node stands where.</summary>
public sealed class Topology : IMachines
{
    private readonly Dictionary<string, SimulatedNode> _nodes = new(StringComparer.Ordinal);

    /// <summary>In name order.</summary>
    public IEnumerable<SimulatedNode> Nodes => _nodes.Values.OrderBy(node => node.Name, StringComparer.Ordinal);

    public int Count => _nodes.Count;

    /// <summary>Grows whenever a machine comes, or the power or connection of one changes.</summary>
    public long Changes { get; private set; }

    public void Add(SimulatedNode node)
    {
        _nodes.Add(node.Name, node);
        node.Changing = () => Changes++;
        Changes++;
    }

    public SimulatedNode? Find(string name) => _nodes.GetValueOrDefault(name);

    IMachine? IMachines.Find(string name) => Find(name)?.State;

    /// <summary>The machines of a place in name order, each once; none if there is no such place.</summary>
    public IReadOnlyList<SimulatedNode> In(Place place) => place.Scope switch
    {
        PlaceScope.Node when place.Names.Count == 1 => Find(place.Names[0]) is { } node ? [node] : [],
        PlaceScope.Region or PlaceScope.Cluster => [.. Nodes],
        _ => [.. Nodes.Where(node => place.Names.Contains(NameOf(node, place.Scope)))],
    };

    /// <summary>All places of a scope, in name order.</summary>
    public IReadOnlyList<string> Places(PlaceScope scope) =>
        [.. Nodes.Select(node => NameOf(node, scope)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string NameOf(SimulatedNode node, PlaceScope scope) => scope switch
    {
        PlaceScope.Node => node.Name,
        PlaceScope.Rack => node.Rack,
        PlaceScope.PowerUnit => node.PowerUnit,
        PlaceScope.Zone => node.Zone,
        PlaceScope.Pool => node.Pool,
        _ => "",
    };
}
