namespace Simulator.World.Dns;

/// <summary>The cluster's DNS (kube-dns): its records follow the endpoints, unless they are stale.</summary>
public sealed class ClusterDns
{
    private int _troubles;

    /// <summary>Its records became stale or fresh.</summary>
    internal event Action? Changed;

    internal PetNames? Names { get; set; }

    /// <summary>Records are served as they were when this began.</summary>
    public bool IsStale => _troubles > 0;

    /// <summary>Records are not updated until each trouble has ended.</summary>
    public void GoStale() => Count(1);

    public void Recover() => Count(-1);

    /// <summary>The address behind a pet's name, such as zk-0.zk.default.svc.cluster.local; null if there is no such name.</summary>
    public string? Resolve(string name) => Names?.Resolve(name);

    private void Count(int change)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(_troubles + change);
        _troubles += change;
        Changed?.Invoke();
    }
}
