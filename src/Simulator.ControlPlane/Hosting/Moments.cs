using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>Moments of which any may be absent.</summary>
public static class Moments
{
    /// <summary>The earlier one; null if there is none.</summary>
    public static Instant? OrEarlier(this Instant? left, Instant? right) => left is null || right < left ? right : left;
}
