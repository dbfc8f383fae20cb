namespace Simulator.World;

/// <summary>Which node stands where.</summary>
public sealed class Topology
{
    private readonly Dictionary<string, SimulatedNode> _nodes = new(StringComparer.Ordinal);

    /// <summary>In name order.</summary>
    public IEnumerable<SimulatedNode> Nodes => _nodes.Values.OrderBy(node => node.Name, StringComparer.Ordinal);

    public void Add(SimulatedNode node) => _nodes.Add(node.Name, node);

    public SimulatedNode? Find(string name) => _nodes.GetValueOrDefault(name);

    /// <summary>The machines of a place in name order; none if there is no such place.</summary>
    public IReadOnlyList<SimulatedNode> In(Place place) => place.Scope == PlaceScope.Node
        ? Find(place.Name) is { } node ? [node] : []
        : [.. Nodes.Where(node => place.Scope == PlaceScope.Region || NameOf(node, place.Scope) == place.Name)];

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
