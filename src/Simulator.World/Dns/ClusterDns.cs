namespace Simulator.World;

/// <summary>The cluster's DNS (kube-dns): its records follow the endpoints, unless they are stale.</summary>
public sealed class ClusterDns
{
    private int _troubles;

    /// <summary>Its records became stale or fresh.</summary>
    internal Action? Changed { get; set; }

    /// <summary>Records are served as they were when this began.</summary>
    public bool IsStale => _troubles > 0;

    /// <summary>Records are not updated until each trouble has ended.</summary>
    public void GoStale() => Count(1);

    public void Recover() => Count(-1);

    private void Count(int change)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(_troubles + change);
        _troubles += change;
        Changed?.Invoke();
    }
}
