namespace Simulator.World.Hosting;

/// <summary>
/// What troubles do to the programs of a control plane ("etcd-0"); what has begun several times is over when as many have ended.
/// </summary>
public interface IProgramLevers
{
    /// <summary>The programs of one kind: "api-server", "etcd", "scheduler" or "controller-manager".</summary>
    IEnumerable<string> Of(string kind);

    /// <summary>Programs on the masters of a zone; "" are those outside all zones.</summary>
    IReadOnlyList<string> In(string zone);

    /// <param name="why">For the observations: an outage kind.</param>
    /// <exception cref="ArgumentException">There is no such program (as for the other levers).</exception>
    void Stop(string component, string why);

    void Start(string component);

    void Freeze(string component);

    void Thaw(string component);

    /// <param name="factor">So many times as long, for an API server or a member of etcd.</param>
    void SlowDown(string component, double factor);

    void SpeedUp(string component, double factor);

    /// <summary>The masters of a zone lose their power; "" are those outside all zones.</summary>
    void LoseZone(string zone, string why);

    /// <summary>Power is back: they boot.</summary>
    void RegainZone(string zone);
}
