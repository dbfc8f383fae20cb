namespace Simulator.World.Network;

/// <summary>
/// Who reaches whom: zones that are cut from each other, and a cluster that is cut from the world outside. Cuts overlap and are counted.
/// </summary>
/// <remarks>The way of requests only: what keeps a kubelet from the API server is the node's own
/// (<c>SimulatedNode.NetworkCuts</c>).</remarks>
public sealed class ClusterNetwork
{
    private readonly Dictionary<(string, string), int> _cuts = [];
    private int _outsideCuts;

    /// <summary>Something was cut or mended.</summary>
    internal event Action? Changed;

    public bool IsCutFromOutside => _outsideCuts > 0;

    public bool IsCut(string zone, string other) => _cuts.GetValueOrDefault(Pair(zone, other)) > 0;

    /// <summary>Requests between two zones fail from here on.</summary>
    public void Cut(string zone, string other) => Count(Pair(zone, other), 1);

    public void Mend(string zone, string other) => Count(Pair(zone, other), -1);

    /// <summary>Requests that enter the cluster from outside fail from here on.</summary>
    public void CutFromOutside() => CountOutside(1);

    public void MendFromOutside() => CountOutside(-1);

    private void Count((string, string) pair, int change)
    {
        var cuts = _cuts.GetValueOrDefault(pair) + change;
        ArgumentOutOfRangeException.ThrowIfNegative(cuts);
        _cuts[pair] = cuts;
        Changed?.Invoke();
    }

    private void CountOutside(int change)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(_outsideCuts + change);
        _outsideCuts += change;
        Changed?.Invoke();
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
}
