using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>Says which templates are worth <see cref="SpreadGroups"/> of their own, and bounds what all of them hold.</summary>
/// <param name="keptFrom">Groups are kept for templates with pods to spread against on more nodes than this.</param>
internal sealed class SpreadRoom(SchedulerCache cache, int keptFrom)
{
    /// <summary>Nodes over all groups; beyond it all are dropped and made anew (some 40 bytes each).</summary>
    private const long NodesMax = 8_000_000;

    /// <summary>And on more than every so-many-th node: so their memory grows with the pods, not with templates and nodes.</summary>
    private const int Share = 32;

    private readonly List<SpreadScore> _holders = [];

    public bool IsWorthIt(HashSet<LabelClass> classes, int nodes)
    {
        var marks = 0L;
        foreach (var labelClass in classes) marks += labelClass.Pods.NodeCount;
        return marks > Math.Max(keptFrom, nodes / Share);
    }

    public SpreadGroups Make(SpreadScore holder, SpreadTarget target, Shape shape)
    {
        if ((_holders.Count + 1L) * cache.Nodes.Count > NodesMax)
        {
            foreach (var other in _holders) other.LetGroupsGo();
            _holders.Clear();
        }

        _holders.Add(holder);
        return new SpreadGroups(target, shape, cache);
    }
}
