using Simulator.Api;

namespace Simulator.World.Dns;

/// <summary>The names of a federated service in DNS, from the nearest level up (federation/.../service/dns.go, ensureDnsRecords).</summary>
/// <param name="Federation">Its name: "fed".</param>
/// <param name="Domain">The DNS zone that it writes: "example.com".</param>
public sealed record FederatedName(ObjectKey Service, string Federation, string Domain)
{
    private string Prefix => $"{Service.Name}.{Service.Namespace}.{Federation}.svc";

    public string Global => $"{Prefix}.{Domain}";

    public string InRegion(string region) => $"{Prefix}.{region}.{Domain}";

    public string InZone(string zone, string region) => $"{Prefix}.{zone}.{region}.{Domain}";
}
