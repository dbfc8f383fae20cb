namespace Simulator.World.Dns;

/// <summary>
/// The DNS provider as a service that can fail, in two ways of its own: the API through which records are changed, and the name servers
/// that answer for them. Troubles overlap and are counted.
/// </summary>
public sealed class PublicDns
{
    private int _apiTroubles;
    private int _serverTroubles;

    /// <summary>Something failed or recovered.</summary>
    internal event Action? Changed;

    /// <summary>Calls to its API are refused: records stay as they are.</summary>
    public bool IsApiDown => _apiTroubles > 0;

    /// <summary>A call takes so many times as long.</summary>
    public double Slowness { get; private set; } = 1;

    /// <summary>Nobody gets an answer: those go on who still hold one.</summary>
    public bool AreServersDown => _serverTroubles > 0;

    public void TakeApiDown() => CountApi(1);

    public void BringApiUp() => CountApi(-1);

    public void TakeServersDown() => CountServers(1);

    public void BringServersUp() => CountServers(-1);

    public void SlowDown(double factor)
    {
        Slowness *= factor;
        Changed?.Invoke();
    }

    public void Recover(double factor) => SlowDown(1 / factor);

    private void CountApi(int change)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(_apiTroubles + change);
        _apiTroubles += change;
        Changed?.Invoke();
    }

    private void CountServers(int change)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(_serverTroubles + change);
        _serverTroubles += change;
        Changed?.Invoke();
    }
}
