using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>Whom the pods of a template are spread against. Its plain twin is <see cref="SpreadSelectors"/>.</summary>
internal sealed class SpreadTarget(Pod exemplar, SelectorKinds kinds, ClusterState state, FastWork work)
{
    private readonly ClassSearch _search = new(state.Cache.Index.Classes, work);
    private readonly List<OwnerSelector> _owners = [];
    private (int Epoch, long Changes) _version = (-1, 0);
    private long _seen = -1;

    /// <summary>The pod belongs to nobody.</summary>
    public bool IsEmpty => _owners.Count == 0;

    public HashSet<LabelClass> Classes => _search.Found;

    /// <summary>Nodes that hold pods to spread against; one that holds pods of several classes counts for each.</summary>
    public int NodeCount
    {
        get
        {
            var nodes = 0;
            foreach (var labelClass in Classes) nodes += labelClass.Pods.NodeCount;
            return nodes;
        }
    }

    /// <summary>Grows when <see cref="Classes"/> changes.</summary>
    public int Version => _search.Version;

    public void CatchUp()
    {
        var index = state.Selectors.Index;
        if (_seen != index.Version)
        {
            _seen = index.Version;
            var version = index.VersionFor(exemplar.Namespace, exemplar.Metadata.Labels);
            if (version != _version) Resolve(index);
            _version = version;
        }

        _search.CatchUp();
    }

    /// <summary>Pods to spread against on one node.</summary>
    public int CountOn(NodeInfo node)
    {
        var count = 0;
        if (Classes.Count <= node.PodCount)
        {
            foreach (var labelClass in Classes) count += labelClass.Staying(node);
            return count;
        }

        foreach (var pod in node.Pods)
        {
            if (!pod.IsBeingDeleted && Classes.Contains(pod.LabelClass!)) count++;
        }

        return count;
    }

    private void Resolve(PairIndex<OwnerSelector> index)
    {
        _owners.Clear();
        index.Collect(exemplar.Namespace, exemplar.Metadata.Labels, _owners);
        work.ClassesAsked += _owners.Count;
        var broken = _owners.Exists(owner => owner.IsBroken);
        var counting = broken ? kinds & ~SelectorKinds.ReplicaSets : kinds;
        _owners.RemoveAll(owner => !counting.HasFlag(owner.Kind) || !owner.Owns(exemplar.Metadata.Labels));
        _search.Clear();
        foreach (var owner in _owners) _search.Add(exemplar.Namespace, owner.Sought, owner.Matches);
    }
}
