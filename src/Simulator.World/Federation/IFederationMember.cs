using Simulator.World.ApiServer;
using Simulator.World.Specification;

namespace Simulator.World.Federation;

/// <summary>A cluster as its federation meets it: an API server at the other end of a line.</summary>
internal interface IFederationMember
{
    ClusterSpec Spec { get; }

    SimulatedApiServer Server { get; }

    /// <summary>Of calls and watch events between the federation and the cluster.</summary>
    LatencyModel Latency { get; }

    /// <summary>False while the line is cut.</summary>
    bool IsReachable { get; }

    event Action? ReachChanged;
}
