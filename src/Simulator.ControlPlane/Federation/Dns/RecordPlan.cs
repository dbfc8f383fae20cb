using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation.Dns;

/// <summary>
/// What the three names of one cluster should say of a service (getHealthyEndpoints and ensureDnsRecords in
/// federation/pkg/federation-controller/service/dns.go of 1.3.10).
/// </summary>
/// <param name="Levels">Zone, region, global.</param>
/// <param name="Fault">Why nothing can be said; then there are no levels.</param>
public sealed record RecordPlan(IReadOnlyList<WantedRecord> Levels, string Fault = "")
{
    /// <summary>Of every record (minDnsTtl).</summary>
    public static readonly TimeSpan Ttl = TimeSpan.FromSeconds(180);

    /// <param name="places">Of the clusters that are known: one that was unjoined is not.</param>
    /// <param name="order">In which order the real program happens to go over the clusters.</param>
    public static RecordPlan For(
        string cluster, FederatedName name, ServiceShards shards, IReadOnlyDictionary<string, ClusterPlace> places, IMapOrder order)
    {
        if (!places.TryGetValue(cluster, out var own)) return Unknown(cluster);
        if (own.Zones.Count == 0) return new RecordPlan([], "failed to get cluster zone names");
        var (zone, region, global) = (new List<string>(), new List<string>(), new List<string>());
        List<string> others = [.. shards.WithIngress];
        order.Shuffle(others);
        foreach (var other in others)
        {
            // One cluster that has left makes the names of all unknowable: the records stay as they are.
            if (!places.TryGetValue(other, out var place)) return Unknown(other);
            if (place.IsShunned || !shards.WithReadyEndpoints.Contains(other)) continue;
            foreach (var address in shards.IngressOf(other))
            {
                zone.AddRange(Enumerable.Repeat(address, place.Zones.Count(own.Zones.Contains)));
                if (place.Region == own.Region) region.Add(address);
                global.Add(address);
            }
        }

        var names = (Zone: name.InZone(own.Zones[0], own.Region), Region: name.InRegion(own.Region));
        return new RecordPlan(
        [
            new WantedRecord(names.Zone, zone, names.Region),
            new WantedRecord(names.Region, region, name.Global),
            new WantedRecord(name.Global, global, ""),
        ]);
    }

    private static RecordPlan Unknown(string cluster) => new([], $"Cluster cache does not contain entry for cluster {cluster}");
}

/// <param name="Addresses">Of all clusters that share a zone with this one (once for each zone that they share), its region, or
/// all.</param>
/// <param name="Above">The name that it refers to if there are no addresses; "" = then there is no record.</param>
public sealed record WantedRecord(string Name, IReadOnlyList<string> Addresses, string Above)
{
    /// <summary>Null: none is wanted.</summary>
    public RecordSet? Set => Addresses.Count > 0 ? new RecordSet(Name, RecordType.A, Addresses, RecordPlan.Ttl)
        : Above.Length > 0 ? new RecordSet(Name, RecordType.Cname, [Above], RecordPlan.Ttl)
        : null;
}
