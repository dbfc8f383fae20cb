namespace Simulator.ControlPlane.Federation.Dns;

/// <summary>Where a member cluster lies, as the service controller remembers it.</summary>
/// <param name="Zones">In order of name; only the first one appears in a DNS name.</param>
public sealed record ClusterPlace(IReadOnlyList<string> Zones, string Region);
