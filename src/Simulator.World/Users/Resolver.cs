using Simulator.World.Dns;

namespace Simulator.World.Users;

/// <summary>Follows the names of a federation to addresses, as any resolver does.</summary>
internal static class Resolver
{
    /// <summary>How long it is remembered that a name does not exist, if it never did (RFC 2308; Cloud DNS).</summary>
    public static readonly TimeSpan NegativeTtl = TimeSpan.FromMinutes(5);

    /// <summary>More are a circle.</summary>
    private const int LinksMax = 8;

    public static Answer Ask(FederatedZone zone, string name)
    {
        if (zone.Servers.AreDown) return new Answer(name, NegativeTtl) { IsSilence = true };
        List<string> chain = [];
        var (next, ttl) = (name, TimeSpan.MaxValue);
        while (chain.Count < LinksMax && zone.Records.Find(next) is { } set)
        {
            chain.Add(next);
            if (set.Ttl < ttl) ttl = set.Ttl;
            if (set.Target is not { } target)
            {
                return new Answer(name, ttl) { Chain = chain, Addresses = [.. set.Addresses.Distinct()] };
            }
            next = target.TrimEnd('.');
        }

        if (chain.Count < LinksMax) chain.Add(next);
        return new Answer(name, NegativeTtl < ttl ? NegativeTtl : ttl) { Chain = chain };
    }
}
