using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>
/// Spreading: marks the nodes that hold pods to spread against, or keeps groups if there are many. Its plain twin is
/// <see cref="SelectorSpreadPriority"/>.
/// </summary>
internal sealed class SpreadScore(SpreadTarget target, Shape shape, Places places, SpreadRoom room) : IWideScore
{
    private readonly SpreadTotals _totals = new();
    private SpreadGroups? _groups;
    private long _marked;

    /// <summary>The groups to choose from; to be called before <see cref="Prepare"/>, when the shape is up to date.</summary>
    public NodeGroups UpToDateGroups()
    {
        target.CatchUp();
        if (_groups is null && room.IsWorthIt(target.NodeCount, _marked, shape.Groups.NodeCount)) _groups = room.Make(this, target, shape);
        _groups?.CatchUp();
        return _groups?.Groups ?? shape.Groups;
    }

    /// <summary>Makes room for others.</summary>
    /// <returns>What they can have.</returns>
    public NodeGroups? LetGroupsGo()
    {
        var groups = _groups?.Groups;
        (_groups, _marked) = (null, 0);
        return groups;
    }

    public Preparation Prepare(Marks marks)
    {
        _totals.Clear();
        if (_groups is not null) return Preparation.Ready;
        _marked += target.NodeCount;
        foreach (var labelClass in target.Classes)
        {
            foreach (var (node, pods) in labelClass.Pods) marks.AddSpread(node.Rank, labelClass.Staying(node, pods));
        }

        return Preparation.Ready;
    }

    public void See(in Standing standing, int nodes)
    {
        if (!target.IsEmpty) _totals.Add(places.ZoneOf(standing.Key.Place), standing.Spread, nodes);
    }

    public long Score(in Standing standing) => _totals.Score(places.ZoneOf(standing.Key.Place), standing.Spread);
}
