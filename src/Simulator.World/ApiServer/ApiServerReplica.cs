namespace Simulator.World.ApiServer;

/// <summary>One API server: whether it runs, how slow it is, and how many requests it has in flight.</summary>
public sealed class ApiServerReplica
{
    public bool IsUp { get; private set; } = true;

    /// <summary>It hangs: connections to it stay, and nobody is answered.</summary>
    public bool IsFrozen { get; internal set; }

    /// <summary>Counts its starts: a call knows from it whether the server that took it still lives.</summary>
    public int Life { get; private set; }

    /// <summary>Requests that it works on; watches are not counted.</summary>
    public int InFlight { get; internal set; }

    /// <summary>Everything takes so many times as long.</summary>
    public double Slowness { get; internal set; } = 1;

    internal void Start() => IsUp = true;

    internal void Stop()
    {
        (IsUp, IsFrozen) = (false, false);
        Life++;
        InFlight = 0;
    }
}
