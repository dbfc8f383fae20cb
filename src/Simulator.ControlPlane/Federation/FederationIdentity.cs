namespace Simulator.ControlPlane.Federation;

/// <param name="Name">--federation-name</param>
/// <param name="Domain">--zone-name: the managed zone of its DNS names.</param>
public sealed record FederationIdentity(string Name, string Domain);
