using Simulator.World.ApiServer;
using Simulator.World.Federation;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>A cluster of the run as a member of its federation.</summary>
internal sealed class FederationMember(SimulatedCluster cluster) : IFederationMember
{
    public ClusterSpec Spec => cluster.Spec;

    public SimulatedApiServer Server => cluster.Server;

    public LatencyModel Latency { get; } = new(
        cluster.Spec.ApiServer, cluster.Stream("federation/call-latency"), cluster.Stream("federation/watch-latency"));

    public bool IsReachable => !cluster.Network.IsCutFromFederation;

    public event Action? ReachChanged
    {
        add => cluster.Network.Changed += value;
        remove => cluster.Network.Changed -= value;
    }
}
