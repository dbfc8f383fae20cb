using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Fast.Scores;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// The groups of a shape, told apart by the pods to spread against: for templates that have them on so many nodes that marking each node
/// for each decision would cost more.
/// </summary>
/// <remarks>
/// 5,000 nodes that all hold pods of the service (bench scheduler): 290,000 decisions a CPU second, with marks 2,600. Its twin are the
/// marks.
/// </remarks>
internal sealed class SpreadGroups(SpreadTarget target, Shape shape, SchedulerCache cache, NodeGroups room)
{
    private long _position = -1;
    private int _epoch = -1;
    private int _version = -1;

    /// <summary>Its own; at first what others have left.</summary>
    public NodeGroups Groups { get; private set; } = room;

    /// <summary>To be called when the shape and the target are up to date.</summary>
    public void CatchUp()
    {
        var log = cache.Changes;
        var isVoid = _epoch != log.Epoch || _version != target.Version;
        var costOfAll = target.NodeCount + (cache.Nodes.Count / SpreadRoom.Share);
        if (isVoid || !log.TryRead(_position, out var changed) || changed.Length > costOfAll) Rebuild();
        else
        {
            foreach (var (node, pods) in changed)
            {
                if (node.Rank >= 0) Put(node.Rank, KnownOn(node, pods) ?? target.CountOn(node));
            }
        }

        _position = log.End;
    }

    private void Rebuild()
    {
        (_epoch, _version) = (cache.Changes.Epoch, target.Version);
        if (Groups.NodeCount != cache.Nodes.Count) Groups = new NodeGroups(cache.Nodes.Count);
        Groups.CopyFrom(shape.Groups);
        foreach (var labelClass in target.Classes)
        {
            foreach (var (node, _) in labelClass.Pods)
            {
                if (node.Rank >= 0) Put(node.Rank, target.CountOn(node));
            }
        }
    }

    /// <summary>What the node held before, if only a pod has come or gone that this template is not spread against; else null.</summary>
    private int? KnownOn(NodeInfo node, LabelClass? pods)
    {
        if (pods is null || target.Classes.Contains(pods)) return null;
        var group = Groups.GroupOf(node.Rank);
        return group < 0 ? null : Groups.All[group].Key.Spread;
    }

    private void Put(int rank, int spread)
    {
        var group = shape.Groups.GroupOf(rank);
        if (group < 0) Groups.TakeOut(rank);
        else Groups.Put(rank, shape.Groups.All[group].Key with { Spread = spread });
    }
}
