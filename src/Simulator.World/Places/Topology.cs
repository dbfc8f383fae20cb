namespace Simulator.World;

/// <summary>Which node stands where.</summary>
public sealed class Topology
{
    private readonly Dictionary<string, SimulatedNode> _nodes = new(StringComparer.Ordinal);

    /// <summary>In name order.</summary>
    public IEnumerable<SimulatedNode> Nodes => _nodes.Values.OrderBy(node => node.Name, StringComparer.Ordinal);

    public void Add(SimulatedNode node) => _nodes.Add(node.Name, node);

    public SimulatedNode? Find(string name) => _nodes.GetValueOrDefault(name);

    public IEnumerable<SimulatedNode> InZone(string zone) => Nodes.Where(node => node.Zone == zone);

    public IEnumerable<SimulatedNode> InRack(string rack) => Nodes.Where(node => node.Rack == rack);
}
