using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>
/// Regroups (port, address) pairs: ports with identical addresses share a subset, and an address that was seen both ready and not
/// ready at a port is not ready there (RepackSubsets in pkg/api/endpoints/util.go of 1.3.10).
/// </summary>
internal sealed class SubsetBuilder
{
    private readonly SortedDictionary<EndpointPort, PortAddresses> _ports = new(PortOrder);

    public static readonly IComparer<EndpointPort> PortOrder = Comparer<EndpointPort>.Create(ComparePorts);

    public void Add(EndpointPort port, EndpointAddress address, bool isReady)
    {
        if (!_ports.TryGetValue(port, out var addresses)) _ports.Add(port, addresses = new PortAddresses());
        addresses.Add(address, isReady);
    }

    public IReadOnlyList<EndpointSubset> Build()
    {
        List<(PortAddresses Addresses, List<EndpointPort> Ports)> groups = [];
        foreach (var (port, addresses) in _ports)
        {
            addresses.Sort();
            var group = groups.FindIndex(other => other.Addresses.SameAs(addresses));
            if (group < 0) groups.Add((addresses, [port]));
            else groups[group].Ports.Add(port);
        }

        return groups.ConvertAll(group => group.Addresses.ToSubset(group.Ports));
    }

    private static int ComparePorts(EndpointPort left, EndpointPort right)
    {
        var order = string.CompareOrdinal(left.Name, right.Name);
        if (order != 0) return order;
        return left.Port != right.Port ? left.Port.CompareTo(right.Port) : string.CompareOrdinal(left.Protocol, right.Protocol);
    }
}
