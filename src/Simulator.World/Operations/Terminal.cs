using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Observations;

namespace Simulator.World.Operations;

/// <summary>Where the users of a cluster sit: their clients have kubectl's own limits, and what they do is told.</summary>
internal sealed class Terminal(Simulation simulation, SimulatedApiServer server, LatencyModel latency, ObservationLog log)
{
    /// <summary>kubectl's own limit (pkg/client/restclient: DefaultQPS, DefaultBurst).</summary>
    private const float UserQps = 5;
    private const int UserBurst = 10;

    /// <summary>How its users' kubectl empties a node.</summary>
    public DrainWay Drains { get; init; }

    /// <summary>How it taints one.</summary>
    public TaintWay Taints { get; init; }

    /// <summary>What deleted objects have made is collected by the control plane: kubectl deletes the object alone.</summary>
    public bool IsCollected { get; init; }

    /// <summary>What its users' drains and maintenances do not get done.</summary>
    public RefusedEvictions Refused { get; } = new();

    public string Cluster => log.Cluster;

    public ObservationLog Log => log;

    /// <summary>Of its API server.</summary>
    public ObjectStore Store => server.Store;

    public ApiClient NewClient(ICaller user) => new(simulation, server, latency, user, UserQps, UserBurst);

    /// <summary>Of many users, who together send so many calls a second.</summary>
    public ApiClient NewClient(ICaller users, int qps) => new(simulation, server, latency, users, qps, qps);

    public Kubectl NewKubectl() => new(simulation, Cluster, NewClient)
    {
        Drains = Drains,
        Taints = Taints,
        IsCollected = IsCollected,
        Refused = Refused,
    };
}
