using Simulator.World.ApiServer;

namespace Simulator.Serve.Clusters;

/// <summary>A cluster, or a federation, of which an API server is served.</summary>
/// <param name="Now">Since the start of the run.</param>
public sealed record ServedCluster(string Name, SimulatedApiServer Server, Func<TimeSpan> Now);
