using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Normalize;

/// <summary>The largest score becomes 100, the others their part of it (DefaultNormalizeScore of 1.20).</summary>
public sealed class LargestIsHundred : INormalize
{
    public void Normalize(Pass pass, IReadOnlyList<NodeState> fit, long[] scores)
    {
        var most = Math.Max(0, scores.Max());
        if (most == 0) return;
        for (var i = 0; i < scores.Length; i++) scores[i] = 100 * scores[i] / most;
    }
}
