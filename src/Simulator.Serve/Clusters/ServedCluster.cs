using Simulator.ControlPlane.Versions;
using Simulator.World.ApiServer;
using Simulator.World.Metrics;

namespace Simulator.Serve.Clusters;

/// <summary>A cluster, or a federation, of which an API server is served.</summary>
/// <param name="Api">The groups of its version.</param>
/// <param name="Now">Since the start of the run.</param>
public sealed record ServedCluster(string Name, SimulatedApiServer Server, ApiGroups Api, Func<TimeSpan> Now)
{
    /// <summary>What its pods use; null: nobody says.</summary>
    public Func<IPodUsage?> Usage { get; init; } = static () => null;
}
