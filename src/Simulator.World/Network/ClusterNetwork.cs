namespace Simulator.World.Network;

/// <summary>
/// Who reaches whom: zones that are cut from each other, a cluster that is cut from the world outside or from its federation, and load
/// balancers that forward nothing. Cuts overlap and are counted.
/// </summary>
/// <remarks>The way of requests, and of a federation's calls: what keeps a kubelet from the API server is the node's own
/// (<c>SimulatedNode.NetworkCuts</c>).</remarks>
public sealed class ClusterNetwork
{
    private const string Outside = "outside";
    private const string Federation = "federation";

    private readonly CutCount<(string, string)> _zones = new();
    private readonly CutCount<string> _ways = new();
    private readonly CutCount<string> _balancers = new();

    /// <summary>Something was cut or mended.</summary>
    internal event Action? Changed;

    /// <summary>Nobody outside reaches it, users no more than a federation.</summary>
    public bool IsCutFromOutside => _ways.IsCut(Outside);

    /// <summary>Its federation does not reach its API server.</summary>
    public bool IsCutFromFederation => IsCutFromOutside || _ways.IsCut(Federation);

    public bool IsCut(string zone, string other) => _zones.IsCut(Pair(zone, other));

    /// <param name="service">"namespace/name".</param>
    public bool IsBalancerLost(string service) => _balancers.IsCut("") || _balancers.IsCut(service);

    /// <summary>Requests between two zones fail from here on.</summary>
    public void Cut(string zone, string other)
    {
        _zones.Cut(Pair(zone, other));
        Changed?.Invoke();
    }

    public void Mend(string zone, string other)
    {
        _zones.Mend(Pair(zone, other));
        Changed?.Invoke();
    }

    /// <summary>Requests that enter the cluster from outside fail from here on.</summary>
    public void CutFromOutside() => Cut(Outside);

    public void MendFromOutside() => Mend(Outside);

    /// <summary>Calls of its federation are not answered from here on; users reach the cluster.</summary>
    public void CutFromFederation() => Cut(Federation);

    public void MendFromFederation() => Mend(Federation);

    /// <summary>Nothing comes through the address of a service's load balancer.</summary>
    /// <param name="service">"namespace/name"; "" = those of all services.</param>
    public void LoseBalancer(string service)
    {
        _balancers.Cut(service);
        Changed?.Invoke();
    }

    public void RegainBalancer(string service)
    {
        _balancers.Mend(service);
        Changed?.Invoke();
    }

    private void Cut(string way)
    {
        _ways.Cut(way);
        Changed?.Invoke();
    }

    private void Mend(string way)
    {
        _ways.Mend(way);
        Changed?.Invoke();
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
}
