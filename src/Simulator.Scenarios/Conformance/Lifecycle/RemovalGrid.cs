using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>The moments at which kubelets of the recordings remove pods: 60 ms past each tenth of a second.</summary>
internal static class RemovalGrid
{
    private static readonly long Period = TimeSpan.FromMilliseconds(100).Ticks;
    private static readonly long Offset = TimeSpan.FromMilliseconds(60).Ticks;

    public static Instant FirstAfter(Instant earliest) => new(((earliest.Ticks - Offset + Period - 1) / Period * Period) + Offset);
}
