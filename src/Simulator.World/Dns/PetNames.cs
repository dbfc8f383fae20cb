using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Observations;

namespace Simulator.World.Dns;

/// <summary>
/// The names of pets in the cluster's DNS: each ready address of a service that carries a host name has one,
/// HOST.SERVICE.NAMESPACE.svc.cluster.local.
/// </summary>
/// <remarks>What is committed is in the records a watch delay later, unless they are stale (<see cref="DnsRecords"/>). Services without
/// host names cost a look at an annotation.</remarks>
internal sealed class PetNames
{
    private static readonly SortedDictionary<string, EndpointAddress> Nobody = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, DnsAnswer> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectKey, SortedDictionary<string, EndpointAddress>> _known = [];
    private readonly HashSet<ObjectKey> _named = [];
    private readonly Queue<(TimeSpan Committed, ObjectKey Service, SortedDictionary<string, EndpointAddress> Names)> _pending = [];
    private readonly PetServing _serving;
    private readonly Simulation _simulation;
    private readonly ObservationLog _log;
    private readonly ObjectStore _store;
    private readonly ClusterDns _dns;
    private readonly DnsRecords _records;
    private bool _hasBegun;

    /// <param name="watchDelay">After which what is committed is in the records.</param>
    public PetNames(Simulation simulation, ObservationLog log, ObjectStore store, ClusterDns dns, TimeSpan watchDelay)
    {
        (_simulation, _log, _store, _dns) = (simulation, log, store, dns);
        _records = new DnsRecords(watchDelay);
        _serving = new PetServing(simulation);
        store.Committed += OnCommitted;
        dns.Changed += OnDnsChanged;
    }

    public string? Resolve(string name) => _answers.TryGetValue(name, out var answer) ? answer.Ip : null;

    /// <summary>What is there from the start is in the records.</summary>
    public void Begin()
    {
        _hasBegun = true;
        foreach (var endpoints in _store.List("Endpoints").Cast<Endpoints>().Where(HasNames).OrderBy(endpoints => endpoints.Key).ToList())
        {
            PublishNow(endpoints);
        }
    }

    public void OnServing(Pod pod, string node, bool isServing)
    {
        if (pod.Spec.Hostname.Length > 0 || pod.Metadata.Annotations.ContainsKey(WellKnownAnnotations.PodHostname))
        {
            _serving.Take(pod.Metadata.Uid, isServing);
        }
    }

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Object is not Endpoints endpoints || !_hasBegun) return;
        var isNamed = commit.Type != WatchEventType.Deleted && HasNames(endpoints);
        if (!isNamed && !_named.Remove(endpoints.Key)) return;
        if (isNamed) _named.Add(endpoints.Key);
        _pending.Enqueue((_simulation.Now, endpoints.Key, isNamed ? NamesIn(endpoints) : Nobody));
        Arm(_simulation.Now);
    }

    private void PublishNow(Endpoints endpoints)
    {
        _named.Add(endpoints.Key);
        Publish(endpoints.Key, NamesIn(endpoints));
    }

    private void OnDnsChanged()
    {
        _records.Follow(_dns, _simulation.Now);
        if (_pending.TryPeek(out var oldest)) Arm(oldest.Committed);
    }

    /// <summary>Stale records are looked at again when they are fresh.</summary>
    private void Arm(TimeSpan committed)
    {
        if (_records.FreshAt(committed) is not { } fresh) return;
        _simulation.ScheduleAt(fresh > _simulation.Now ? fresh : _simulation.Now, PublishDue);
    }

    private void PublishDue()
    {
        while (_pending.TryPeek(out var change) && _records.FreshAt(change.Committed) <= _simulation.Now)
        {
            _pending.Dequeue();
            Publish(change.Service, change.Names);
        }
    }

    private void Publish(ObjectKey service, SortedDictionary<string, EndpointAddress> names)
    {
        var old = _known.GetValueOrDefault(service, Nobody);
        if (names.Count == 0) _known.Remove(service);
        else _known[service] = names;
        foreach (var name in old.Keys.Where(name => !names.ContainsKey(name))) Answer(NameOf(name, service), null);
        foreach (var (name, address) in names) Answer(NameOf(name, service), address);
    }

    private void Answer(string name, EndpointAddress? address)
    {
        _answers.TryGetValue(name, out var before);
        if (before?.Ip == address?.Ip) return;
        var stale = before is null ? TimeSpan.Zero : _serving.Silence(before);
        if (before is not null) _serving.Forget(before);
        _answers.Remove(name);
        if (address is not null) _answers.Add(name, _serving.Watch(address));
        _log.Write(ObservationKind.DnsNameChanged, name, address?.Ip ?? "", (long)stale.TotalMicroseconds);
    }

    private static bool HasNames(Endpoints endpoints) =>
        endpoints.Metadata.Annotations.ContainsKey(WellKnownAnnotations.EndpointsHostnames);

    /// <summary>If several addresses have one name, the first is its.</summary>
    private static SortedDictionary<string, EndpointAddress> NamesIn(Endpoints endpoints)
    {
        var names = new SortedDictionary<string, EndpointAddress>(StringComparer.Ordinal);
        foreach (var subset in endpoints.Subsets)
        {
            foreach (var address in subset.Addresses)
            {
                if (address.Hostname.Length > 0) names.TryAdd(address.Hostname, address);
            }
        }

        return names;
    }

    private static string NameOf(string host, ObjectKey service) => $"{host}.{service.Name}.{service.Namespace}.svc.cluster.local";
}
