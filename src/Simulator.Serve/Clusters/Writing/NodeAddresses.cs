namespace Simulator.Serve.Clusters.Writing;

/// <summary>Addresses of nodes: the simulated world has none, and clients want to show them. In the order in which nodes came.</summary>
internal sealed class NodeAddresses
{
    private const int HostsInBlock = 250;

    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    /// <summary>Of a node; "" for a name that is none.</summary>
    public string Of(string node) => _addresses.GetValueOrDefault(node, "");

    public void Add(string node)
    {
        var number = _addresses.Count;
        _addresses.TryAdd(node, $"10.{240 + (number / HostsInBlock / 256)}.{number / HostsInBlock % 256}.{(number % HostsInBlock) + 2}");
    }
}
