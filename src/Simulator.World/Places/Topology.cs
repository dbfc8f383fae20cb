namespace Simulator.World;

/// <summary>Which node stands where.</summary>
public sealed class Topology
{
    private readonly SortedDictionary<string, SimulatedNode> _nodes = new(StringComparer.Ordinal);

    /// <summary>In name order.</summary>
    public IReadOnlyCollection<SimulatedNode> Nodes => _nodes.Values;

    public void Add(SimulatedNode node) => _nodes.Add(node.Name, node);

    public SimulatedNode? Find(string name) => _nodes.GetValueOrDefault(name);

    public IEnumerable<SimulatedNode> InZone(string zone) => _nodes.Values.Where(node => node.Zone == zone);

    public IEnumerable<SimulatedNode> InRack(string rack) => _nodes.Values.Where(node => node.Rack == rack);
}
