using Simulator.Api;
using Simulator.World.ApiServer;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>What writers look at beside the object: the clock, the addresses of nodes, other objects.</summary>
/// <param name="Now">Since the start of the run.</param>
/// <param name="Kinds">Of the cluster's version.</param>
/// <param name="LastHeartbeat">Of a node at a moment: no write of the store tells it.</param>
internal sealed record Setting(
    ClusterClock Clock, NodeAddresses Addresses, IStoredObjects Store, KindTable Kinds, Func<TimeSpan> Now,
    Func<Node, Instant?> LastHeartbeat)
{
    public ServiceAddresses Services { get; } = new();
}
