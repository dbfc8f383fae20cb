using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;
using Simulator.World.Dns;

namespace Simulator.World.Users;

/// <summary>
/// A cluster's kube-dns asked for a federated service, SERVICE.NAMESPACE.FEDERATION (pkg/dns/dns.go): the cluster's own service if it has
/// endpoints, else a pointer to the federated name of the cluster's zone.
/// </summary>
/// <remarks>
/// "Has endpoints" is that the object has a subset: addresses that are not ready count. The zone is that of the first node with both
/// labels; it is asked for once and never again.
/// </remarks>
internal sealed class LocalNames
{
    /// <summary>Of kube-dns's own answers.</summary>
    public static readonly TimeSpan Ttl = TimeSpan.FromSeconds(30);

    private readonly IStoredObjects _store;
    private readonly ClusterDns _dns;
    private readonly string _region;
    private readonly IReadOnlyList<ObjectKey> _watched;
    private readonly Dictionary<ObjectKey, bool> _known = [];
    private string? _zone;

    /// <param name="watched">Services of whose changes it tells.</param>
    public LocalNames(IStoredObjects store, ClusterDns dns, string region, IReadOnlyList<ObjectKey> watched)
    {
        (_store, _dns, _region, _watched) = (store, dns, region, watched);
        if (watched.Count == 0) return;
        store.Committed += OnCommitted;
        dns.Changed += () => Changed?.Invoke();
    }

    /// <summary>It may answer otherwise than before.</summary>
    public event Action? Changed;

    /// <summary>Null while no node has a zone and a region.</summary>
    public string? Zone => _zone ??= _store.List("Node").Where(HasPlace).OrderBy(node => node.Name, StringComparer.Ordinal)
        .Select(node => node.Metadata.Labels[WellKnownLabels.Zone]).FirstOrDefault();

    /// <summary>The cluster answers for the service by itself; while its records are stale, as it did before.</summary>
    public bool HasService(ObjectKey service)
    {
        if (_dns.IsStale && _known.TryGetValue(service, out var known)) return known;
        return _known[service] = _store.Find("Service", service) is Service
            && _store.Find("Endpoints", service) is Endpoints { Subsets.Count: > 0 };
    }

    /// <summary>Ready addresses by the cluster's API; null: it has no such service.</summary>
    public int? ReadyOf(ObjectKey service)
    {
        if (_store.Find("Service", service) is not Service) return null;
        return _store.Find("Endpoints", service) is Endpoints endpoints ? endpoints.Subsets.Sum(subset => subset.Addresses.Count) : 0;
    }

    public Answer Ask(FederatedZone zone, ObjectKey service)
    {
        if (HasService(service)) return new Answer("", Ttl) { IsLocal = true };
        if (Zone is not { } home) return new Answer("", Resolver.NegativeTtl);
        return Resolver.Ask(zone, zone.NameOf(service).InZone(home, _region));
    }

    private static bool HasPlace(ApiObject node) =>
        node.Metadata.Labels.ContainsKey(WellKnownLabels.Zone) && node.Metadata.Labels.ContainsKey(WellKnownLabels.Region);

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Object is Service or Endpoints && _watched.Contains(commit.Object.Key) && !_dns.IsStale) Changed?.Invoke();
    }
}
