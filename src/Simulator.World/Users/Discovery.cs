using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.World.Users;

/// <summary>Asks, for those who look on, what each resolver answers for a federated service. Asking changes nothing.</summary>
public sealed class Discovery
{
    private readonly UserSetting _setting;
    private readonly UserWorld? _users;
    private readonly RecordDiary _diary;

    /// <param name="users">Null: nobody outside asks.</param>
    internal Discovery(UserSetting setting, UserWorld? users)
    {
        (_setting, _users) = (setting, users);
        _diary = new RecordDiary(setting.Zone.Records, () => setting.Simulation.Now);
    }

    /// <summary>Services of which some record speaks or some user asks, in order.</summary>
    public bool Knows(ObjectKey service) => ClustersOf(service).Any(cluster => cluster.Ready is not null || cluster.Names.Count > 0)
        || GroupsOf(service).Any();

    public DiscoveryAnswer Ask(ObjectKey service) => new(
        service, _setting.Simulation.Now,
        [.. GroupsOf(service).Select(Of), .. _setting.Clusters.Select(cluster => OfCluster(cluster, service))], [.. ClustersOf(service)])
    {
        AreServersUp = !_setting.Zone.Servers.AreDown,
    };

    private IEnumerable<UserGroup> GroupsOf(ObjectKey service) => _users?.Groups.Where(group => group.Spec.Service == service) ?? [];

    private ResolverAnswer Of(UserGroup group)
    {
        var spec = group.Spec;
        var current = group.History.Current;
        var who = spec.Cluster.Length > 0 ? spec.From : $"users in {spec.Region}";
        var ways = new Ways(spec, _setting).Of(current);
        return new ResolverAnswer(who, current.Asked, WhyOf(spec), StepsOf(current))
        {
            Tries = current.IsLocal || ways.Count == 0 ? [] : [.. ways[0].Stops.Where(stop => stop.Cluster >= 0)
                .Select(stop => _setting.Clusters[stop.Cluster])
                .Select(cluster => new DnsTry(cluster.Name, _setting.RoundTrip(spec, cluster)))],
            Held = HeldBy(group),
        };
    }

    private string WhyOf(UserSpec spec)
    {
        if (spec.Cluster.Length > 0) return WhyOfLocal(_setting.Clusters.First(cluster => cluster.Name == spec.Cluster), spec.Service);
        var level = AskedName.Of(spec, _setting) == _setting.Zone.NameOf(spec.Service).Global ? "global name" : "name of their region";
        return spec.Choice == AddressChoice.Any
            ? $"the {level}; of several addresses any"
            : $"the {level}; of several addresses the nearest";
    }

    private ResolverAnswer OfCluster(UserCluster cluster, ObjectKey service)
    {
        var answer = cluster.Dns.Ask(_setting.Zone, service);
        return new ResolverAnswer($"kube-dns of {cluster.Name}", answer.Asked, WhyOfLocal(cluster, service), StepsOf(answer));
    }

    /// <summary>As pkg/dns/dns.go decides it.</summary>
    private static string WhyOfLocal(UserCluster cluster, ObjectKey service)
    {
        if (cluster.Dns.HasService(service)) return "the cluster has the service itself, with endpoints";
        if (cluster.Dns.Zone is not { } zone) return "no node has a zone, so that it has no name to ask for";
        return $"the cluster has no such service with endpoints: the name of zone {zone}, that of its first node";
    }

    private IReadOnlyList<DnsStep> StepsOf(Answer answer) =>
        [.. answer.Chain.Select(name => new DnsStep(name, Says(name), _diary.Since(name)))];

    private string Says(string name)
    {
        if (_setting.Zone.Records.Find(name) is not { } set) return "no such name";
        return set.Target is { } target ? $"CNAME {target}" : $"A {Named(set.Addresses)}";
    }

    private string Named(IReadOnlyList<string> addresses) => string.Join(", ", addresses.Select(address =>
        $"{address} ({(_setting.Addresses.OwnerOf(address) is >= 0 and var owner ? _setting.Clusters[owner].Name : "nobody's")})"));

    private List<HeldAnswer> HeldBy(UserGroup group)
    {
        List<double> shares = [];
        group.History.Shares(_setting.Simulation.Now, shares);
        var all = group.History.All;
        return [.. all.Select((entry, index) => new HeldAnswer(
            entry.Answer.IsLocal ? "the service in the cluster"
                : entry.Answer.Addresses.Count == 0 ? "nothing"
                : Named(entry.Answer.Addresses),
            shares[index], index + 1 < all.Count ? all[index + 1].Since : null))];
    }

    private IEnumerable<MemberAnswer> ClustersOf(ObjectKey service)
    {
        foreach (var cluster in _setting.Clusters)
        {
            var address = cluster.Cloud.LoadBalancers.FirstOrDefault(balancer => balancer.Service == service)?.Address ?? "";
            yield return new MemberAnswer(cluster.Name, address, cluster.Dns.ReadyOf(service), [.. NamesOf(address, service)]);
        }
    }

    private IEnumerable<string> NamesOf(string address, ObjectKey service)
    {
        if (address.Length == 0) return [];
        var name = _setting.Zone.NameOf(service);
        var zones = _setting.Clusters.Where(cluster => cluster.Dns.Zone is not null)
            .Select(cluster => name.InZone(cluster.Dns.Zone!, cluster.Region));
        var regions = _setting.Clusters.Select(cluster => cluster.Region).Where(region => region.Length > 0).Select(name.InRegion);
        return zones.Concat(regions).Append(name.Global).Distinct()
            .Where(candidate => _setting.Zone.Records.Find(candidate)?.Addresses.Contains(address) == true);
    }
}
