using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>
/// Endpoints in a member have changed: only none or some counts (syncEndpoint in cluster_helper.go, endpoint_helper.go of 1.3.10).
/// </summary>
internal sealed class MemberEndpointSync(ServiceSetting setting, DnsRecords dns)
{
    public static bool IsAnyReady(Endpoints endpoints) => endpoints.Subsets.Any(subset => subset.Addresses.Count > 0);

    public IEnumerator<Wait> Run(Member member, ObjectKey key)
    {
        if (!setting.Services.TryGetValue(key, out var cached)) yield break;
        yield return cached.Lock;
        cached.Lock.Acquire();
        var endpoints = member.FindEndpoints(key);
        if (cached.Shards.SeeEndpoints(member.Name, endpoints is not null && IsAnyReady(endpoints)))
        {
            // One try more than for those that are gone.
            var tries = endpoints is null ? ServiceSetting.Tries : ServiceSetting.Tries + 1;
            foreach (var wait in EnsureRecords(member, cached, tries)) yield return wait;
        }

        cached.Lock.Release();
        cached.DnsRetry.Reset();
    }

    /// <summary>The lock is kept all the while: nothing else happens to this service, in no cluster.</summary>
    private IEnumerable<Wait> EnsureRecords(Member member, CachedService cached, int tries)
    {
        for (var i = 0; i < tries; i++)
        {
            if (i > 0) yield return new Pause(setting.Routines, cached.DnsRetry.Next());
            var fault = "";
            foreach (var wait in dns.Ensure(member.Name, cached, told => fault = told)) yield return wait;
            if (fault.Length == 0) yield break;
        }
    }
}
