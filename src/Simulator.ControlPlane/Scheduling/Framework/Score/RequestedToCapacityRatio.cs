using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Scores the use of a node by a line that the profile draws (requested_to_capacity_ratio.go of 1.20).</summary>
public sealed class RequestedToCapacityRatio(PluginSettings settings) : IScore
{
    /// <summary>Shapes score 0 to 10, nodes 0 to 100.</summary>
    private const int Scale = 10;

    private const int Full = 100;

    public string Name => PluginNames.RequestedToCapacityRatio;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        var (sum, weights) = (0L, 0L);
        foreach (var (name, weight) in settings.RatioResources)
        {
            var (requested, capacity) = ResourceUse.Of(name, pass, node);
            var score = Height(Utilization(requested, capacity));
            if (score <= 0) continue;
            sum += score * weight;
            weights += weight;
        }

        return weights == 0 ? 0 : (long)Math.Round((double)sum / weights, MidpointRounding.AwayFromZero);
    }

    private static long Utilization(long requested, long capacity) =>
        capacity == 0 || requested > capacity ? Full : Full - (unchecked((capacity - requested) * Full) / capacity);

    /// <summary>On the line between the points around; before the first and after the last it is level.</summary>
    private long Height(long utilization)
    {
        var shape = settings.Shape;
        for (var i = 0; i < shape.Count; i++)
        {
            if (utilization > shape[i].Utilization) continue;
            if (i == 0) return shape[0].Score * Scale;
            var (left, right) = (shape[i - 1], shape[i]);
            return (left.Score * Scale)
                + ((right.Score - left.Score) * Scale * (utilization - left.Utilization) / (right.Utilization - left.Utilization));
        }

        return shape[^1].Score * Scale;
    }
}
