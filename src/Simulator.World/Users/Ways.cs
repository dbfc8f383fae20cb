using Simulator.World.Specification;

namespace Simulator.World.Users;

/// <summary>In which order users try the addresses of an answer.</summary>
internal sealed class Ways(UserSpec users, UserSetting setting)
{
    public List<Way> Of(Answer answer)
    {
        if (answer.IsLocal) return [new Way(1, [new Stop(Home, true)])];
        if (answer.Addresses.Count == 0) return [new Way(1, [])];
        List<string> addresses = [.. answer.Addresses];
        if (users.Choice == AddressChoice.Nearest)
        {
            addresses = [.. addresses.OrderBy(Distance).ThenBy(address => address, StringComparer.Ordinal)];
        }
        var first = users.Choice == AddressChoice.Nearest
            ? addresses.TakeWhile(address => Distance(address) == Distance(addresses[0])).Count()
            : addresses.Count;
        List<Way> ways = [];
        for (var i = 0; i < first; i++) ways.Add(new Way(1.0 / first, StopsFrom(addresses, i, first)));
        return ways;
    }

    private int Home => setting.Clusters.TakeWhile(cluster => cluster.Name != users.Cluster).Count();

    /// <summary>Round the first ones, which are alike, then the others in order.</summary>
    private List<Stop> StopsFrom(List<string> addresses, int start, int alike)
    {
        List<Stop> stops = [];
        for (var i = 0; i < alike; i++) stops.Add(StopAt(addresses[(start + i) % alike]));
        for (var i = alike; i < addresses.Count; i++) stops.Add(StopAt(addresses[i]));
        return stops;
    }

    private Stop StopAt(string address)
    {
        var owner = setting.Addresses.OwnerOf(address);
        return new Stop(owner, owner >= 0 && setting.Addresses.Serves(address, users.Service));
    }

    /// <summary>What nobody ever had is as far as can be.</summary>
    private TimeSpan Distance(string address) => setting.Addresses.OwnerOf(address) is >= 0 and var owner
        ? setting.RoundTrip(users, setting.Clusters[owner])
        : TimeSpan.MaxValue;
}
