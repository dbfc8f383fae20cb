namespace Simulator.World.Observations;

/// <summary>Where two lives of one name run, in words.</summary>
public static class OverlapPlaces
{
    /// <param name="nodes">"OLD NODE|NEW NODE", as <see cref="ObservationKind.IdentityOverlapBegan"/> tells them.</param>
    public static string Told(string nodes)
    {
        var bar = nodes.IndexOf('|', StringComparison.Ordinal);
        return Told(nodes[..bar], nodes[(bar + 1)..]);
    }

    public static string Told(string old, string young) => old == young ? $"both on {old}" : $"on {old} and on {young}";
}
