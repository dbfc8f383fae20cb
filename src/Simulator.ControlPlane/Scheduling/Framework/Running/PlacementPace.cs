using Simulator.ControlPlane.Scheduling.Extensions;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>
/// Time per pass of the real 1.20.2 scheduler on one core, measured with 30 pods a node, the default provider and sampling; straight lines
/// between the points.
/// </summary>
/// <param name="calls">Knows how long calls to extenders take; null: they are answered at once.</param>
public sealed class PlacementPace(IDecisionPace? calls = null) : IDecisionPace
{
    private static readonly (int Nodes, double Microseconds)[] Points = [(0, 0), (100, 940), (1_000, 9_600), (5_000, 29_500)];

    public TimeSpan CallOf(ExtenderPolicy extender) => calls?.CallOf(extender) ?? TimeSpan.Zero;

    public TimeSpan DurationFor(int nodes)
    {
        var next = 1;
        while (next < Points.Length - 1 && nodes > Points[next].Nodes) next++;
        var (from, to) = (Points[next - 1], Points[next]);
        var slope = (to.Microseconds - from.Microseconds) / (to.Nodes - from.Nodes);
        return TimeSpan.FromMicroseconds(Math.Round(from.Microseconds + (slope * (nodes - from.Nodes))));
    }
}
