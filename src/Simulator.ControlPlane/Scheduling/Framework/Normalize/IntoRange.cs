using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Normalize;

/// <summary>
/// Scores of somebody's own, who need not know of the range: within 0 to 100 they stay what they are; else the least becomes 0, the most
/// 100.
/// </summary>
public sealed class IntoRange : INormalize
{
    private const long Most = 100;

    public void Normalize(Pass pass, IReadOnlyList<NodeState> fit, long[] scores)
    {
        var (least, most) = (long.MaxValue, long.MinValue);
        foreach (var score in scores) (least, most) = (Math.Min(least, score), Math.Max(most, score));
        if (least >= 0 && most <= Most) return;
        var width = (Int128)most - least;
        for (var i = 0; i < scores.Length; i++) scores[i] = width == 0 ? 0 : (long)(Most * ((Int128)scores[i] - least) / width);
    }
}
