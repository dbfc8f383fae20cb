namespace Simulator.ControlPlane.Federation.Dns;

/// <summary>
/// What the service controller knows of one service in each member: the addresses of its load balancer, and whether any endpoint is ready
/// (cachedService in federation/pkg/federation-controller/service of 1.3.10).
/// </summary>
public sealed class ServiceShards
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> _ingress = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _ready = new(StringComparer.Ordinal);

    /// <summary>Clusters whose service has had an address, in order of name.</summary>
    public IReadOnlyCollection<string> WithIngress => _ingress.Keys;

    /// <summary>Clusters in which an endpoint was ready when last heard of, in order of name.</summary>
    public IReadOnlyCollection<string> WithReadyEndpoints => _ready;

    public IReadOnlyList<string> IngressOf(string cluster) => _ingress[cluster];

    /// <summary>A member's service was seen (processServiceUpdate). Null: nothing that matters is new.</summary>
    /// <param name="federated">Addresses in the status of the federated service.</param>
    /// <returns>
    /// Those addresses anew. Odd but real: a cluster whose addresses change keeps its old ones here, and so in DNS; only the status of the
    /// federated service has the new ones.
    /// </returns>
    public IReadOnlyList<string>? SeeService(string cluster, IReadOnlyList<string> ingress, IReadOnlyList<string> federated)
    {
        if (ingress.Count == 0) return null;
        if (_ingress.TryGetValue(cluster, out var known))
        {
            return known.SequenceEqual(ingress) ? null : [.. Without(federated, known), .. ingress];
        }

        _ingress[cluster] = ingress;
        return ingress.All(federated.Contains) ? null : [.. federated, .. ingress];
    }

    /// <summary>A member's service is gone (processServiceDeletion). Null: it had no address.</summary>
    public IReadOnlyList<string>? LoseService(string cluster, IReadOnlyList<string> federated)
    {
        if (!_ingress.Remove(cluster, out var known)) return null;
        _ready.Remove(cluster);
        return Without(federated, known);
    }

    /// <summary>Endpoints were seen: true if the first one became ready, or none is any more.</summary>
    public bool SeeEndpoints(string cluster, bool anyReady) => anyReady ? _ready.Add(cluster) : _ready.Remove(cluster);

    private static List<string> Without(IReadOnlyList<string> all, IReadOnlyList<string> some) =>
        [.. all.Where(address => !some.Contains(address))];
}
