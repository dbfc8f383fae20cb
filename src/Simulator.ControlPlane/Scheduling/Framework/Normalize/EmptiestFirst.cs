using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreScore;

namespace Simulator.ControlPlane.Scheduling.Framework.Normalize;

/// <summary>The most crowded node comes as near to 0 as the emptiest is far from it (podtopologyspread/scoring.go of 1.20).</summary>
public sealed class EmptiestFirst : INormalize
{
    /// <summary>What the real one writes for a node that lacks a key; a true score of -1 is taken for it.</summary>
    private const long Ignored = -1;

    public void Normalize(Pass pass, IReadOnlyList<NodeState> fit, long[] scores)
    {
        if (pass.State.Find<SpreadWorth>() is not { } worth) return;
        var (least, most) = (long.MaxValue, 0L);
        for (var i = 0; i < scores.Length; i++)
        {
            if (worth.Ignored.Contains(fit[i].Name)) scores[i] = Ignored;
            else (least, most) = (Math.Min(least, scores[i]), Math.Max(most, scores[i]));
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = scores[i] == Ignored ? 0 : most == 0 ? 100 : unchecked(100 * (most + least - scores[i])) / most;
        }
    }
}
