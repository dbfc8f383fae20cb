using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>Says which templates are worth <see cref="SpreadGroups"/> of their own, and bounds what all of them hold.</summary>
internal sealed class SpreadRoom(SchedulerCache cache, FastLimits limits)
{
    /// <summary>Only on more than every so-many-th node: so their memory grows with the pods, not with templates and nodes.</summary>
    private const int Share = 32;

    private readonly List<SpreadScore> _holders = [];

    public bool IsWorthIt(HashSet<LabelClass> classes, int nodes)
    {
        var marks = 0L;
        foreach (var labelClass in classes) marks += labelClass.Pods.NodeCount;
        return marks > Math.Max(limits.SpreadKeptFrom, nodes / Share);
    }

    public SpreadGroups Make(SpreadScore holder, SpreadTarget target, Shape shape)
    {
        if ((_holders.Count + 1L) * cache.Nodes.Count > limits.SpreadNodes)
        {
            foreach (var other in _holders) other.LetGroupsGo();
            _holders.Clear();
        }

        _holders.Add(holder);
        return new SpreadGroups(target, shape, cache);
    }
}
