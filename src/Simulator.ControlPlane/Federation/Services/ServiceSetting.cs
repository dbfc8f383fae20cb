using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Federation.Dns;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>What the parts of the service controller have in common.</summary>
internal sealed class ServiceSetting(string federation, string domain, TimeSpan ttl, IMapOrder order)
{
    /// <summary>Tries of most things (clientRetryCount).</summary>
    public const int Tries = 5;

    public string Federation => federation;

    public string Domain => domain;

    public TimeSpan Ttl => ttl;

    public IMapOrder Order => order;

    public RoutineSet Routines { get; } = new();

    /// <summary>Clusters that have been seen ready, by name.</summary>
    public SortedDictionary<string, Member> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Services that have been synchronised, by key.</summary>
    public SortedDictionary<ObjectKey, CachedService> Services { get; } = [];

    public IReadOnlyDictionary<string, ClusterPlace> Places => Members.ToDictionary(member => member.Key, member => member.Value.Place);

    public List<Member> MembersInMapOrder()
    {
        List<Member> members = [.. Members.Values];
        order.Shuffle(members);
        return members;
    }
}
