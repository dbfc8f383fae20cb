using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>A sync of a federated service: it goes to every known cluster, or is taken away there (syncService of 1.3.10).</summary>
internal sealed class FederatedSync(
    ServiceSetting setting, IReadOnlyDictionary<ObjectKey, SharedService> store, ClusterServices clusters, DnsRecords dns)
{
    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (store.TryGetValue(key, out var service)) return Spread(key, service);
        return setting.Services.TryGetValue(key, out var cached) ? Remove(cached) : Nothing();
    }

    /// <summary>Each cluster gets a routine that nobody waits for: what goes wrong there is lost.</summary>
    private IEnumerator<Wait> Spread(ObjectKey key, SharedService service)
    {
        if (!setting.Services.TryGetValue(key, out var cached)) setting.Services.Add(key, cached = new CachedService(key));
        yield return cached.Lock;
        cached.Lock.Acquire();
        cached.Last = service;
        var copy = new SharedService(service.Value);
        foreach (var member in setting.MembersInMapOrder()) setting.Routines.Start(clusters.Ensure(cached, member.Name, copy));
        cached.Applied = service;
        cached.ClusterRetry.Reset();
        cached.Lock.Release();
    }

    /// <summary>Cluster by cluster. What fails is not tried again: the controller has no object left to queue.</summary>
    private IEnumerator<Wait> Remove(CachedService cached)
    {
        yield return cached.Lock;
        cached.Lock.Acquire();
        var hasFailed = false;
        foreach (var member in setting.MembersInMapOrder())
        {
            var isGone = false;
            foreach (var wait in clusters.Delete(cached, member.Name, gone => isGone = gone)) yield return wait;
            hasFailed |= !isGone;
            if (!isGone) continue;
            foreach (var wait in dns.Ensure(member.Name, cached, fault => hasFailed |= fault.Length > 0)) yield return wait;
        }

        if (!hasFailed) setting.Services.Remove(cached.Key);
        cached.Lock.Release();
    }

    private static IEnumerator<Wait> Nothing()
    {
        yield break;
    }
}
