using Simulator.Api;

namespace Simulator.ControlPlane.Federation.Dns;

/// <summary>The names of a federated service: SERVICE.NAMESPACE.FEDERATION.svc[[.ZONE].REGION].DOMAIN.</summary>
/// <param name="Domain">The federation's managed zone: "example.com".</param>
public sealed record FederatedName(ObjectKey Service, string Federation, string Domain)
{
    public string Global => $"{Prefix}.{Domain}";

    private string Prefix => $"{Service.Name}.{Service.Namespace}.{Federation}.svc";

    public string InRegion(string region) => $"{Prefix}.{region}.{Domain}";

    public string InZone(string zone, string region) => $"{Prefix}.{zone}.{region}.{Domain}";
}
