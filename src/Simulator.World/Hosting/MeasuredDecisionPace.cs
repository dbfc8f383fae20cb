using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Hosting;

/// <summary>
/// Time per decision of the real 1.3.10 scheduler on one core, measured with 30 pods a node and the default provider; straight lines
/// between the points.
/// </summary>
/// <param name="calls">Draws how long calls to extenders take; null: they are answered at once.</param>
public sealed class MeasuredDecisionPace(Func<RandomStream>? calls = null) : IDecisionPace
{
    private static readonly (int Nodes, double Milliseconds)[] Points =
        [(0, 0), (100, 0.73), (1_000, 11.4), (2_000, 27.5), (5_000, 78.5)];

    public TimeSpan DurationFor(int nodes)
    {
        var next = 1;
        while (next < Points.Length - 1 && nodes > Points[next].Nodes) next++;
        var (from, to) = (Points[next - 1], Points[next]);
        var slope = (to.Milliseconds - from.Milliseconds) / (to.Nodes - from.Nodes);
        return Microseconds.Of((from.Milliseconds + (slope * (nodes - from.Nodes))) * 1000);
    }

    public TimeSpan CallOf(ExtenderPolicy extender) =>
        calls is null || extender.Latency is not DrawnCallTime drawn ? TimeSpan.Zero : drawn.Time.Sample(calls());
}
