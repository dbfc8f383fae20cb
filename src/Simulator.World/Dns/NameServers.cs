namespace Simulator.World.Dns;

/// <summary>The name servers that tell a federation's names to everybody. Troubles overlap and are counted.</summary>
public sealed class NameServers
{
    private int _troubles;

    /// <summary>They failed or recovered.</summary>
    internal event Action? Changed;

    /// <summary>Nobody gets an answer: those go on who still hold one.</summary>
    public bool AreDown => _troubles > 0;

    public void GoDown() => Count(1);

    public void ComeUp() => Count(-1);

    private void Count(int change)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(_troubles + change);
        _troubles += change;
        Changed?.Invoke();
    }
}
