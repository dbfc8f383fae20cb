using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Dns;
using Simulator.World.Nodes;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Traffic.Serving;

namespace Simulator.World.Traffic;

/// <summary>
/// Requests of users to services, as rates: between changes of endpoints, pods, nodes, network and rates everything is constant and costs
/// nothing.
/// </summary>
/// <remarks>
/// Requests enter evenly at live nodes and go, evenly, to the ready endpoints as the node's proxy knows them. Proxies that know the same
/// share one view: 8 groups after their watch's delay, and one group for each state of knowledge at which nodes were cut off.
/// </remarks>
internal sealed class TrafficRouter : ICallback
{
    private readonly List<Follower> _proxies = [];
    private readonly List<Follower> _followers = [];
    private readonly IReadOnlyList<TrafficEntry> _entries;
    private readonly List<ServiceTraffic> _services = [];
    private readonly List<ServiceTraffic> _touched = [];
    private readonly Dictionary<ObjectKey, ServiceTraffic> _byKey = [];
    private readonly BackendTable _backends;
    private readonly LoadTable _loads;
    private readonly ClusterSpec _spec;
    private readonly TrafficSetting _setting;
    private SenderRegister? _senders;
    private bool _isFlushing;

    public TrafficRouter(ClusterSpec cluster, TrafficSetting setting)
    {
        (_spec, _setting) = (cluster, setting);
        Zones = new ZoneTable(cluster.Zones.Concat(cluster.NodePools.SelectMany(pool => pool.Zones ?? [])));
        Records = new DnsRecords(cluster.ApiServer.WatchLatencyMedian);
        Shares = new NodeShares(this, cluster);
        _loads = new LoadTable(setting, cluster.Applications, Shares);
        _backends = new BackendTable(setting.Simulation, setting.Topology, Zones, _loads);
        Addresses = new AddressFeeds(this, _backends, cluster.Version.Proxies);
        Usage = new PodUsage(setting.Simulation, _backends);
        Groups = [.. ProxyGroup.All(this, cluster.ApiServer)];
        _proxies.AddRange(Groups);
        _followers.AddRange(Groups);
        _entries = new TrafficEntries(this, [.. cluster.Traffic, .. setting.Doors], _proxies, _followers).All;
        foreach (var follower in _followers) follower.Feed.IsFollowed = true;
        Doors = [.. _entries.Skip(cluster.Traffic.Count).Take(setting.Doors.Count).Select(entry => entry.Door = new Door(entry))];
        setting.Store.Committed += OnCommitted;
        setting.Network.Changed += OnNetworkChanged;
        setting.Dns.Changed += OnDnsChanged;
    }

    public Simulation Simulation => _setting.Simulation;

    public ObservationLog Log => _setting.Log;

    public ZoneTable Zones { get; }

    public DnsRecords Records { get; }

    public AddressFeeds Addresses { get; }

    /// <summary>In the order of the setting's.</summary>
    public IReadOnlyList<Door> Doors { get; }

    /// <summary>The CPU of machines that have too little.</summary>
    public NodeShares Shares { get; }

    /// <summary>What pods use in truth.</summary>
    public PodUsage Usage { get; }

    /// <summary>Somebody says how pods serve, or what clients do whose requests fail.</summary>
    public bool HasLoads => _loads.AreAny || _spec.Traffic.Any(traffic => traffic.Client.Retries > 0);

    /// <summary>All who follow the feed.</summary>
    public IReadOnlyList<Follower> Followers => _followers;

    /// <summary>Users do not reach the cluster, or nothing comes through the load balancer of the service.</summary>
    public bool IsCutFromOutside(ServiceTraffic service) =>
        _setting.Network.IsCutFromOutside || _setting.Network.IsBalancerLost(service.FullName);

    /// <summary>What a proxy takes to write all its rules, now.</summary>
    public TimeSpan RewriteTime => _spec.Proxy.RewriteBase + (_spec.Proxy.RewritePerEndpoint * Addresses.Ready);

    private IReadOnlyList<ProxyGroup> Groups { get; }

    /// <summary>The cluster is there; what is settled is known to everybody.</summary>
    public void Begin()
    {
        _senders = new SenderRegister(this, Groups, [.. _followers.OfType<DnsClients>()], _proxies);
        foreach (var node in _setting.Topology.Nodes) _senders.Add(node);
        foreach (var follower in _followers) follower.CatchUp();
        foreach (var entry in _entries) entry.Arm();
        foreach (var spec in _spec.Traffic) AskInVain(spec);
        TouchAll();
        Flush();
        _loads.Begin();
    }

    /// <summary>Requests enter at a new node too, and its proxy knows what the others know.</summary>
    public void Join(SimulatedNode node) => _senders?.Add(node);

    /// <summary>Ground truth of a pod's containers.</summary>
    public void OnServing(Pod pod, string node, bool isServing)
    {
        var backend = _backends.Serve(pod, node, isServing);
        foreach (var service in backend.Services) Recount(service);
    }

    /// <summary>The run is over.</summary>
    public void End() => _loads.End(_services);

    public RandomStream Stream(string name) => _setting.Stream(name);

    /// <summary>A user's service was not created: what its users ask from now on nobody answers.</summary>
    public void OnRefused(Service service)
    {
        if (_byKey.ContainsKey(service.Key)) return;
        Add(service);
        Lose(service.Key);
    }

    /// <summary>Services that users name and that no workload ever brings: nobody answers, unless a command creates them.</summary>
    private void AskInVain(TrafficSpec spec)
    {
        foreach (var name in spec.Services)
        {
            var service = new Service { Metadata = new ObjectMeta { Name = name, Namespace = spec.Namespace, Labels = spec.Labels } };
            if (!name.Contains('*') && !IsPlanned(service)) OnRefused(service);
        }
    }

    private bool IsPlanned(Service service) =>
        _spec.Workloads.Any(workload => workload.Objects.Any(value => value is Service && value.Key == service.Key));

    /// <summary>To be recounted at the end of this moment.</summary>
    public void Touch(ServiceTraffic service)
    {
        if (service.IsTouched) return;
        service.IsTouched = true;
        _touched.Add(service);
        if (_isFlushing) return;
        _isFlushing = true;
        Simulation.Schedule(TimeSpan.Zero, this, priority: short.MaxValue);
    }

    /// <summary>Senders, the network or the health of nodes changed.</summary>
    public void TouchAll()
    {
        foreach (var service in _services) Recount(service);
    }

    void ICallback.Invoke(long payload) => Flush();

    private void Flush()
    {
        // Services that are called join the list while it is gone through.
        for (var i = 0; i < _touched.Count; i++)
        {
            _touched[i].IsTouched = false;
            _touched[i].Tell(this);
        }

        _touched.Clear();
        _isFlushing = false;
    }

    /// <summary>Who answers, or how fast, has changed.</summary>
    public void Recount(ServiceTraffic service)
    {
        service.Version++;
        service.Stale();
        Touch(service);
    }

    private void OnCommitted(WatchEvent commit)
    {
        switch (commit.Object)
        {
            case Endpoints endpoints:
                Addresses.OnEndpoints(commit.Type, endpoints, commit.Previous as Endpoints, Find(endpoints.Key));
                break;
            case EndpointSlice slice:
                Addresses.OnSlice(
                    commit.Type, slice, commit.Previous as EndpointSlice, Find(new ObjectKey(slice.Namespace, slice.ServiceName)));
                break;
            case Pod pod when commit.Type == WatchEventType.Deleted: _backends.Delete(pod.Metadata.Uid); break;
            case Service service: OnService(commit.Type, service); break;
        }
    }

    private void OnService(WatchEventType type, Service service)
    {
        if (type == WatchEventType.Deleted) Lose(service.Key);
        if (type != WatchEventType.Added) return;
        if (_byKey.Remove(service.Key, out var old))
        {
            old.IsReplaced = true;
            Touch(old);
        }

        Add(service);
    }

    private void Lose(ObjectKey key)
    {
        if (!_byKey.TryGetValue(key, out var service)) return;
        service.IsGone = true;
        Touch(service);
    }

    private void Add(Service service)
    {
        var entries = _entries.Where(entry => entry.Spec.Addresses(service)).ToList();
        if (entries.Count == 0) return;
        List<Flow> flows = [];
        var traffic = new ServiceTraffic(service.Key, _services.Count, flows);
        foreach (var entry in entries) flows.Add(entry.Add(traffic));
        _services.Add(traffic);
        _byKey.Add(service.Key, traffic);
        Touch(traffic);
    }

    private ServiceTraffic? Find(ObjectKey service) => _byKey.GetValueOrDefault(service);

    private void OnNetworkChanged()
    {
        Zones.Read(_setting.Network);
        TouchAll();
    }

    private void OnDnsChanged()
    {
        Records.Follow(_setting.Dns, Simulation.Now);
        foreach (var follower in _followers)
        {
            if (follower is DnsClients) follower.ArmAgain();
        }
    }
}
