using Simulator.Api;
using Simulator.World.Cloud;
using Simulator.World.Traffic;

namespace Simulator.World.Users;

/// <summary>A cluster as users of a federation meet it: addresses of its cloud, and doors behind them.</summary>
internal sealed class UserCluster
{
    public required string Name { get; init; }

    public required string Region { get; init; }

    public required SimulatedCloud Cloud { get; init; }

    public required LocalNames Dns { get; init; }

    /// <summary>One for each population of users, in their order.</summary>
    public required IReadOnlyList<Door> Doors { get; init; }

    /// <summary>The service that answers at one of its addresses now; null: nobody.</summary>
    public ObjectKey? ServiceAt(string address) => Cloud.ServiceAt(address);
}
