using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Score;

namespace Simulator.ControlPlane.Scheduling.Framework.Normalize;

/// <summary>Two thirds for an empty zone, one for an empty node (selector_spread.go of 1.20).</summary>
public sealed class ZonesAndNodes : INormalize
{
    private static readonly double ZoneWeight = 2.0 / 3.0;

    public void Normalize(Pass pass, IReadOnlyList<NodeState> fit, long[] scores)
    {
        if (SelectorSpread.LooksAway(pass)) return;
        var zones = new Dictionary<NodeZone, long>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (fit[i].Zone != NodeZone.None) zones[fit[i].Zone] = zones.GetValueOrDefault(fit[i].Zone) + scores[i];
        }

        var (mostOnNode, mostInZone) = (Math.Max(0, scores.Max()), zones.Count == 0 ? 0 : Math.Max(0, zones.Values.Max()));
        for (var i = 0; i < scores.Length; i++)
        {
            var score = Emptiness(scores[i], mostOnNode);
            if (zones.TryGetValue(fit[i].Zone, out var inZone))
            {
                score = (score * (1.0 - ZoneWeight)) + (ZoneWeight * Emptiness(inZone, mostInZone));
            }

            scores[i] = (long)score;
        }
    }

    private static double Emptiness(long count, long most) => most == 0 ? 100 : 100.0 * ((double)(most - count) / most);
}
