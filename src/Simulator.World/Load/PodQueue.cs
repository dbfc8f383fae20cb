namespace Simulator.World.Load;

/// <summary>A pod as a queue: it serves so many requests at once, others wait in the order of their arrival.</summary>
/// <param name="Servers">Requests served at once, from 1.</param>
/// <param name="ServiceSeconds">Mean time of serving one, above 0.</param>
/// <param name="Times">How that time is spread.</param>
/// <param name="WaitingMax">Requests that may wait, in whole numbers; one more is refused. Infinity: no bound.</param>
public readonly record struct PodQueue(
    int Servers, double ServiceSeconds, ServiceTimes Times, double WaitingMax = double.PositiveInfinity)
{
    /// <summary>Requests a second that it can serve.</summary>
    public double Capacity => Servers / ServiceSeconds;

    /// <summary>Share of its servers that would be busy if it could serve everything.</summary>
    public double UtilizationAt(double perSecond) => perSecond * ServiceSeconds / Servers;
}
