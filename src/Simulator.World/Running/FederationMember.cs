using Simulator.World.ApiServer;
using Simulator.World.Federation;
using Simulator.World.Network;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>A cluster of the run as a member of its federation.</summary>
/// <param name="home">Region of the federation's control plane; "" = a place of its own, which no partition of regions concerns.</param>
internal sealed class FederationMember(SimulatedCluster cluster, RegionNetwork regions, string home) : IFederationMember
{
    public ClusterSpec Spec => cluster.Spec;

    public SimulatedApiServer Server => cluster.Server;

    public LatencyModel Latency { get; } = new(
        cluster.Spec.ApiServer, cluster.Stream("federation/call-latency"), cluster.Stream("federation/watch-latency"));

    /// <summary>A connection needs both ways.</summary>
    public bool IsReachable => !cluster.Network.IsCutFromFederation
        && (home.Length == 0 || (regions.Reaches(home, Spec.Region) && regions.Reaches(Spec.Region, home)));

    public event Action? ReachChanged
    {
        add
        {
            cluster.Network.Changed += value;
            regions.Changed += value;
        }
        remove
        {
            cluster.Network.Changed -= value;
            regions.Changed -= value;
        }
    }
}
