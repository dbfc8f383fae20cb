using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Federation.Clusters;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>
/// Federated services of 1.3.10: the same service in every member, and DNS names for those with an address and a ready endpoint
/// (federation/pkg/federation-controller/service).
/// </summary>
public sealed class ServiceController : IFederationLoop
{
    private readonly ServiceSetting _setting;
    private readonly SortedDictionary<ObjectKey, SharedService> _store = [];
    private readonly SortedDictionary<string, Cluster> _clusters = new(StringComparer.Ordinal);
    private readonly WorkQueue _queue = new();
    private readonly Workers _workers;
    private readonly ClusterLook _look;
    private readonly PeriodicRoutine _looks;
    private readonly MemberServiceSync _services;
    private readonly MemberEndpointSync _endpoints;
    private readonly DnsRecords _dns;
    private readonly Instant _first;
    private readonly Unreachable _unreachable;

    /// <param name="first">The first look at the list of clusters; others follow every second.</param>
    public ServiceController(FederationOptions options, FederationIdentity identity, Instant first, IMapOrder order)
    {
        (_first, _setting) = (first, new ServiceSetting(identity.Name, identity.Domain, options.RecordTtl, order));
        _dns = new DnsRecords(_setting);
        var clusters = new ClusterServices(_setting);
        _workers = new Workers(
            options.ConcurrentServiceSyncs, _queue, _setting.Routines, new FederatedSync(_setting, _store, clusters, _dns).Run);
        _look = new ClusterLook(_setting, Ready, clusters, _dns);
        _looks = new PeriodicRoutine(GrowingWorkers.Period, first, _look.Run, now => _look.HasWork ? now : null);
        _services = new MemberServiceSync(_setting, clusters, _dns);
        _endpoints = new MemberEndpointSync(_setting, _dns);
        _unreachable = new Unreachable(_setting, _dns);
    }

    public string Name => "service-controller";

    /// <summary>Addresses of members that the health check does not reach leave DNS; never so in 1.3.</summary>
    public bool ShunsUnreachable { get; init; }

    public IReadOnlyList<string> Watches { get; } = ["Service", "Cluster"];

    /// <summary>Between two looks at the list of clusters.</summary>
    public static TimeSpan LookPeriod => GrowingWorkers.Period;

    public IReadOnlyList<string> MemberWatches { get; } = ["Service", "Endpoints"];

    public Instant? NextWake
    {
        get
        {
            var now = _setting.Routines.Now;
            var next = _looks.Next(now).OrEarlier(_setting.Routines.NextPauseEnd);
            foreach (var member in _setting.Members.Values)
            {
                next = next.OrEarlier(member.ServiceWorkers.Next(now)).OrEarlier(member.EndpointWorkers.Next(now));
            }

            return next;
        }
    }

    /// <summary>The process has been there for long: it has given this service to all members that it knows.</summary>
    public void Know(Service service)
    {
        var shared = new SharedService(service);
        _store.Add(service.Key, shared);
        _setting.Services.Add(service.Key, new CachedService(service.Key) { Last = shared, Applied = shared });
    }

    /// <summary>It has seen this member and these objects there, and done what there was to do; after the services.</summary>
    public void Know(Cluster cluster, IEnumerable<ApiObject> objects)
    {
        _clusters.Add(cluster.Name, cluster);
        if (!ClusterConditions.PassAsReady(cluster)) return;
        var member = Add(cluster);
        _look.Know(cluster.Name);
        foreach (var value in objects)
        {
            member.Know(value);
            if (!_setting.Services.TryGetValue(value.Key, out var cached)) continue;
            if (value is Service service) cached.Shards.SeeService(cluster.Name, service.LoadBalancerIngress, []);
            else if (value is Endpoints endpoints) cached.Shards.SeeEndpoints(cluster.Name, MemberEndpointSync.IsAnyReady(endpoints));
        }
    }

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _setting.Routines.Now = now;
        var isGone = watchEvent.Type == WatchEventType.Deleted;
        if (watchEvent.Object is Service service) See(service, isGone);
        else See((Cluster)watchEvent.Object, isGone);
        Run();
    }

    public void DeliverFrom(string member, in WatchEvent watchEvent, Instant now)
    {
        _setting.Routines.Now = now;
        if (!_setting.Members.TryGetValue(member, out var found)) return;
        found.See(watchEvent.Object, watchEvent.Type == WatchEventType.Deleted);
        Run();
    }

    public void HasListed(string member, Instant now)
    {
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _setting.Routines.Now = now;
        _setting.Routines.Complete(response);
        Run();
    }

    public void Wake(Instant now)
    {
        _setting.Routines.Now = now;
        _setting.Routines.EndPauses();
        if (_looks.Next(now) <= now) _looks.Run(_setting.Routines);
        Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _setting.Routines.TakeRequests(into);

    private IReadOnlyCollection<string> Ready() =>
        [.. _clusters.Values.Where(ClusterConditions.PassAsReady).Select(cluster => cluster.Name)];

    /// <summary>A version that is known already is not looked at again.</summary>
    private void See(Service service, bool isGone)
    {
        if (!isGone && _store.TryGetValue(service.Key, out var known) && known.Version == service.Metadata.ResourceVersion) return;
        if (isGone) _store.Remove(service.Key);
        else _store[service.Key] = new SharedService(service);
        _queue.Add(service.Key);
    }

    /// <summary>
    /// A client and its watches are made once, when a cluster first passes as ready; a cluster that no longer does keeps them.
    /// </summary>
    private void See(Cluster cluster, bool isGone)
    {
        var before = _clusters.GetValueOrDefault(cluster.Name);
        if (isGone)
        {
            _clusters.Remove(cluster.Name);
            _setting.Members.Remove(cluster.Name);
            return;
        }

        _clusters[cluster.Name] = cluster;
        if (ClusterConditions.PassAsReady(cluster) && !_setting.Members.ContainsKey(cluster.Name)) Add(cluster);
        if (ShunsUnreachable) _unreachable.See(before, cluster);
    }

    private Member Add(Cluster cluster)
    {
        var now = _setting.Routines.Now;
        var ticks = now <= _first ? 0 : ((now - _first).Ticks + GrowingWorkers.Period.Ticks - 1) / GrowingWorkers.Period.Ticks;
        var member = new Member(cluster, _first + (GrowingWorkers.Period * ticks), _setting.Routines, _services.Run, _endpoints.Run);
        _setting.Members.Add(cluster.Name, member);
        _setting.Routines.Tell(new WatchMemberRequest(cluster.Name));
        return member;
    }

    private void Run()
    {
        _workers.Run();
        foreach (var member in _setting.Members.Values.ToList())
        {
            member.EndpointWorkers.Run();
            member.ServiceWorkers.Run();
        }
    }
}
