namespace Simulator.World.Load;

/// <summary>The formulas of Erlang (1917) for independent arrivals at equal servers.</summary>
public static class Erlang
{
    /// <summary>B: share of requests that are refused where none may wait.</summary>
    /// <param name="load">Arrival rate times mean service time.</param>
    public static double Blocking(double load, int servers)
    {
        var blocking = 1.0;
        for (var n = 1; n <= servers; n++) blocking = load * blocking / (n + (load * blocking));
        return blocking;
    }

    /// <summary>
    /// C: share of requests that wait, where as many may wait as like; 1 where the load is as large as the servers are many.
    /// </summary>
    public static double Waiting(double load, int servers)
    {
        if (load >= servers) return 1;
        var blocking = Blocking(load, servers);
        return blocking / (1 - (load / servers * (1 - blocking)));
    }
}
