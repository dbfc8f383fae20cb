using Simulator.World.Specification;

namespace Simulator.World.Users;

/// <summary>How the requests of users come into a cluster: the network's time is taken off what they are patient for.</summary>
internal static class DoorSpecs
{
    private static readonly TimeSpan Least = TimeSpan.FromMicroseconds(1);

    /// <summary>One for each population of users, in their order.</summary>
    public static IReadOnlyList<TrafficSpec> Of(Scenario scenario, ClusterSpec cluster) =>
        [.. scenario.Users.Select(users => Of(users, cluster, scenario.Latencies.Between(users.Region, cluster.Region) ?? TimeSpan.Zero))];

    private static TrafficSpec Of(UserSpec users, ClusterSpec cluster, TimeSpan roundTrip) => new()
    {
        Namespace = users.Service.Namespace,
        Services = [users.Service.Name],
        Rate = [new RateStep(TimeSpan.Zero, 0)],
        From = users.Cluster == cluster.Name ? TrafficSource.Inside : TrafficSource.Outside,
        Calls = users.Requests.Calls,
        Client = users.Requests.Client with
        {
            Retries = 0,
            Timeout = users.Requests.Client.Timeout is { } patience ? Above(patience - roundTrip) : null,
            SlowAfter = Above(users.Requests.Client.SlowAfter - roundTrip),
        },
    };

    private static TimeSpan Above(TimeSpan left) => left > Least ? left : Least;
}
