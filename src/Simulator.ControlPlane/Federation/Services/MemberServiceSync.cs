using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>A member's service has got or lost addresses, or is gone (syncService in service_helper.go of 1.3.10).</summary>
internal sealed class MemberServiceSync(ServiceSetting setting, ClusterServices clusters, DnsRecords dns)
{
    public IEnumerator<Wait> Run(Member member, ObjectKey key)
    {
        if (!setting.Services.TryGetValue(key, out var cached)) yield break;
        yield return cached.Lock;
        var service = member.FindService(key);
        if (Merge(cached, member.Name, service))
        {
            foreach (var wait in EnsureRecords(member, cached)) yield return wait;
            foreach (var wait in Persist(member, cached)) yield return wait;
        }

        if (service is not null) yield break;
        var still = new Call(new GetRequest("Service", key));
        yield return still;
        if (still.Response.Result == ApiResult.NotFound || cached.Applied is null) yield break;
        var rebuild = clusters.Ensure(cached, member.Name, cached.Applied);
        while (rebuild.MoveNext()) yield return rebuild.Current;
    }

    private static bool Merge(CachedService cached, string cluster, Service? service)
    {
        var ingress = service is null
            ? cached.Shards.LoseService(cluster, cached.Last!.Ingress)
            : cached.Shards.SeeService(cluster, service.LoadBalancerIngress, cached.Last!.Ingress);
        if (ingress is null) return false;
        cached.Last.Ingress = ingress;
        return true;
    }

    /// <summary>Without the lock of the service: two clusters may be at it at once.</summary>
    private IEnumerable<Wait> EnsureRecords(Member member, CachedService cached)
    {
        for (var i = 0; i < ServiceSetting.Tries; i++)
        {
            var fault = "";
            foreach (var wait in dns.Ensure(member.Name, cached, told => fault = told)) yield return wait;
            if (fault.Length == 0) yield break;
            yield return new Pause(setting.Routines, cached.DnsRetry.Next());
            member.Services.Add(cached.Key);
        }
    }

    /// <summary>
    /// Writes the addresses of all clusters into the federated service. Odd but real: who comes second meets a conflict, and as it then
    /// finds its own addresses known, they stay out of the status for good.
    /// </summary>
    private IEnumerable<Wait> Persist(Member member, CachedService cached)
    {
        var wanted = cached.Last!;
        for (var i = 0; i < ServiceSetting.Tries; i++)
        {
            var get = new Call(new GetRequest("Service", cached.Key));
            yield return get;
            var update = new Call(new UpdateStatusRequest(wanted.Value));
            if (get.Response.Result != ApiResult.NotFound) yield return update;
            var isDone = get.Response.Result == ApiResult.NotFound || update.Response.Result is ApiResult.Ok or ApiResult.NotFound;
            if (!isDone && update.Response.Result != ApiResult.Conflict)
            {
                yield return new Pause(setting.Routines, cached.StatusRetry.Next());
                continue;
            }

            if (!isDone)
            {
                member.Services.Add(cached.Key);
                yield break;
            }

            break;
        }

        cached.Applied = cached.Last;
        cached.StatusRetry.Reset();
    }
}
