using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>
/// Every second: is another set of clusters ready? Then all services go to the new ones, and all records of all services are written anew
/// (clusterSyncLoop of 1.3.10). Nothing is done for those that are gone.
/// </summary>
internal sealed class ClusterLook(
    ServiceSetting setting, Func<IReadOnlyCollection<string>> ready, ClusterServices clusters, DnsRecords dns)
{
    private HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>It has seen this one long ago.</summary>
    public void Know(string cluster) => _known.Add(cluster);

    public bool HasWork => !_known.SetEquals(ready());

    public IEnumerator<Wait> Run()
    {
        var now = ready().ToHashSet(StringComparer.Ordinal);
        List<string> added = [.. now.Except(_known).Order(StringComparer.Ordinal)];
        List<CachedService> services = [.. setting.Services.Values];
        foreach (var cluster in added.Where(setting.Members.ContainsKey))
        {
            foreach (var service in services.Where(service => service.Last is not null))
            {
                // The version that all share, and not a copy: it takes over what it finds in this cluster.
                var ensure = clusters.Ensure(service, cluster, service.Last!);
                while (ensure.MoveNext()) yield return ensure.Current;
            }
        }

        foreach (var service in services)
        {
            yield return service.Lock;
            service.Lock.Acquire();
            foreach (var wait in EnsureRecords(service, now)) yield return wait;
            service.Lock.Release();
        }

        _known = now;
    }

    private IEnumerable<Wait> EnsureRecords(CachedService service, HashSet<string> ready)
    {
        if (service.Applied?.Value.Type != "LoadBalancer") yield break;
        foreach (var member in setting.MembersInMapOrder().Where(member => ready.Contains(member.Name)))
        {
            foreach (var wait in dns.Ensure(member.Name, service, _ => { })) yield return wait;
        }
    }
}
