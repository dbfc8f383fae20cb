using Simulator.Engine;
using Simulator.World.Dns;
using Simulator.World.Network;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Users;

/// <summary>The world around users: clusters, the names that they ask for, and the network between.</summary>
internal sealed record UserSetting(Simulation Simulation, ObservationLog Log, FederatedZone Zone, IReadOnlyList<UserCluster> Clusters)
{
    public required RegionLatencies Latencies { get; init; }

    public required RegionNetwork Network { get; init; }

    /// <summary>What users leave to chance, by name.</summary>
    public required Func<string, RandomStream> Stream { get; init; }

    public AddressBook Addresses { get; } = new(Clusters);

    /// <summary>The network goes there and back, before they give up.</summary>
    public bool IsReached(UserSpec users, UserCluster cluster) => Network.Reaches(users.Region, cluster.Region)
        && !(users.Requests.Client.Timeout <= RoundTrip(users, cluster));

    /// <summary>Round trip; between regions of which nobody says how far apart they are it takes no time.</summary>
    public TimeSpan RoundTrip(UserSpec users, UserCluster cluster) => Latencies.Between(users.Region, cluster.Region) ?? TimeSpan.Zero;
}
