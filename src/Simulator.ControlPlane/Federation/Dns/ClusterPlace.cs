namespace Simulator.ControlPlane.Federation.Dns;

/// <summary>Where a member cluster lies, as the service controller remembers it.</summary>
/// <param name="Zones">In order of name; only the first one appears in a DNS name.</param>
public sealed record ClusterPlace(IReadOnlyList<string> Zones, string Region)
{
    /// <summary>It could not be looked at, or its nodes do not say.</summary>
    public static readonly ClusterPlace Nowhere = new([], "");

    /// <summary>Its addresses are not wanted in DNS whatever its endpoints were; never so in 1.3.</summary>
    public bool IsShunned { get; init; }
}
