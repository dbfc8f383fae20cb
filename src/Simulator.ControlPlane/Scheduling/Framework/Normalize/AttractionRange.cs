using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Normalize;

/// <summary>From the most repelled, or indifferent, to the most attracted (interpodaffinity/scoring.go of 1.20).</summary>
public sealed class AttractionRange : INormalize
{
    public void Normalize(Pass pass, IReadOnlyList<NodeState> fit, long[] scores)
    {
        var (least, most) = (Math.Min(0, scores.Min()), Math.Max(0, scores.Max()));
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = most == least ? 0 : (long)(100.0 * ((double)(scores[i] - least) / (most - least)));
        }
    }
}
