using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Federation.Clusters;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>
/// What was announced and is not in 1.3: addresses of a cluster that the health check does not reach leave DNS, and come back when it does.
/// </summary>
internal sealed class Unreachable(ServiceSetting setting, DnsRecords dns)
{
    public void See(Cluster? before, Cluster now)
    {
        if (before is null || IsOffline(before) == IsOffline(now)) return;
        if (!setting.Members.TryGetValue(now.Name, out var member)) return;
        member.Place = member.Place with { IsShunned = IsOffline(now) };
        foreach (var service in setting.Services.Values.Where(service => service.Shards.WithIngress.Contains(now.Name)).ToList())
        {
            setting.Routines.Start(Refresh(member, service));
        }
    }

    private static bool IsOffline(Cluster cluster) => cluster.StatusOf(ClusterConditions.Offline) == ConditionStatus.True;

    private IEnumerator<Wait> Refresh(Member member, CachedService service)
    {
        yield return service.Lock;
        service.Lock.Acquire();
        for (var i = 0; i < ServiceSetting.Tries; i++)
        {
            var fault = "";
            foreach (var wait in dns.Ensure(member.Name, service, told => fault = told)) yield return wait;
            if (fault.Length == 0) break;
            yield return new Pause(setting.Routines, service.DnsRetry.Next());
        }

        service.Lock.Release();
    }
}
