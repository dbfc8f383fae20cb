using Simulator.Api;
using Simulator.ControlPlane.Federation.Dns;

namespace Simulator.World.Dns;

/// <summary>The DNS zone in which a federation publishes its services, for those who ask there.</summary>
/// <param name="Federation">Its name, as it stands in the names of services.</param>
/// <param name="Domain">Of the zone: "example.com".</param>
public sealed record FederatedZone(string Federation, string Domain, IFederatedRecords Records)
{
    /// <summary>The name servers that answer for it.</summary>
    public NameServers Servers { get; init; } = new();

    public FederatedName NameOf(ObjectKey service) => new(service, Federation, Domain);
}
