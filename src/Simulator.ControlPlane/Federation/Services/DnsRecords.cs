using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Federation.Dns;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>
/// Makes the three names of a cluster say what they should (ensureDnsRecords, ensureDnsRrsets in dns.go of 1.3.10), call by call.
/// </summary>
/// <remarks>
/// Odd but real: sets are compared by reference, so that each is removed and added again even if nothing is new; and nothing keeps the
/// routines of two clusters from doing so to the same name at once, of whom one is refused.
/// </remarks>
internal sealed class DnsRecords(ServiceSetting setting)
{
    /// <param name="outcome">Told why not, or "".</param>
    public IEnumerable<Wait> Ensure(string cluster, CachedService service, Action<string> outcome)
    {
        var name = new FederatedName(service.Key, setting.Federation, setting.Domain);
        var plan = RecordPlan.For(cluster, name, service.Shards, setting.Places, setting.Order);
        var fault = plan.Fault;
        foreach (var level in plan.Levels)
        {
            foreach (var wait in Ensure(level, told => fault = told)) yield return wait;
            if (fault.Length > 0) break;
        }

        outcome(fault);
    }

    private IEnumerable<Wait> Ensure(WantedRecord wanted, Action<string> refused)
    {
        var zones = new Call(new ListDnsZonesRequest(setting.Domain));
        yield return zones;
        var sets = new Call(new ListRecordSetsRequest(setting.Domain));
        if (zones.Response.IsOk) yield return sets;
        if (!zones.Response.IsOk || !sets.Response.IsOk)
        {
            refused("the DNS provider does not answer");
            yield break;
        }

        if (sets.Response.Records!.FirstOrDefault(set => set.Name == wanted.Name) is { } old)
        {
            var removal = new Call(new RemoveRecordSetRequest(setting.Domain, old));
            yield return removal;
            if (!removal.Response.IsOk)
            {
                refused(removal.Response.Outcome);
                yield break;
            }
        }

        if (wanted.Set is not { } set) yield break;
        var addition = new Call(new AddRecordSetRequest(setting.Domain, set with { Ttl = setting.Ttl }));
        yield return addition;
        if (!addition.Response.IsOk) refused(addition.Response.Outcome);
    }
}
