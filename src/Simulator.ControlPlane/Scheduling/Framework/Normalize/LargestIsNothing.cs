using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Normalize;

/// <summary>The largest score becomes 0, none becomes 100 (DefaultNormalizeScore of 1.20, reversed).</summary>
public sealed class LargestIsNothing : INormalize
{
    public void Normalize(Pass pass, IReadOnlyList<NodeState> fit, long[] scores)
    {
        var most = Math.Max(0, scores.Max());
        for (var i = 0; i < scores.Length; i++) scores[i] = most == 0 ? 100 : 100 - (100 * scores[i] / most);
    }
}
