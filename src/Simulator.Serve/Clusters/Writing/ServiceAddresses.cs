using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>
/// Addresses of services that came with the scenario: the simulated world has none for them, and clients want to show them. In the order
/// in which somebody first looked at them.
/// </summary>
internal sealed class ServiceAddresses
{
    private const int HostsInBlock = 250;

    private readonly Dictionary<ObjectKey, string> _addresses = [];

    public string Of(Service service)
    {
        if (service.ClusterIP.Length > 0 || service.Type == "ExternalName") return service.ClusterIP;
        if (_addresses.TryGetValue(service.Key, out var known)) return known;
        var number = _addresses.Count;
        return _addresses[service.Key] = $"10.0.{(number / HostsInBlock) + 1}.{(number % HostsInBlock) + 1}";
    }
}
