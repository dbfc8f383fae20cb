using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// All pods that are alike to whatever looks at one node: verdicts and scores are kept per node and brought up to date only where the cache
/// changed.
/// </summary>
/// <remarks>
/// Shared by all templates that are alike: see src/README.md for what that saves. Its plain twin are the predicates themselves.
/// </remarks>
internal sealed class Shape(Pod exemplar, FastAlgorithm algorithm, ClusterState state, Places places, FastWork work)
{
    private readonly INodeLocalPredicate[] _predicates = Array.FindAll(
        algorithm.Local, predicate => predicate.CanReject(exemplar));
    private readonly HashSet<int> _unjudged = [];
    private int[] _seen = [];
    private long _position = -1;
    private int _epoch = -1;

    /// <summary>All nodes that fit as far as single nodes tell.</summary>
    public NodeGroups Groups { get; private set; } = new(0);

    /// <summary>Some node needs the plain rule (an annotation that cannot be read).</summary>
    public bool HasUnjudged => _unjudged.Count > 0;

    public void CatchUp()
    {
        var log = state.Cache.Changes;
        var nodes = state.Cache.Nodes;
        if (_epoch != log.Epoch || !log.TryRead(_position, out var changed) || changed.Length > nodes.Count) Rebuild(nodes);
        else
        {
            foreach (var change in changed) Refresh(change.Node);
        }

        _position = log.End;
    }

    private void Rebuild(IReadOnlyList<NodeInfo> nodes)
    {
        if (_epoch != state.Cache.Changes.Epoch)
        {
            _epoch = state.Cache.Changes.Epoch;
            Groups = new NodeGroups(nodes.Count);
            _unjudged.Clear();
            _seen = new int[nodes.Count];
            Array.Fill(_seen, -1);
        }

        foreach (var node in nodes) Refresh(node);
    }

    private void Refresh(NodeInfo node)
    {
        var rank = node.Rank;
        if (rank < 0 || _seen[rank] == (int)node.Version) return;
        _seen[rank] = (int)node.Version;
        work.NodesJudged++;
        var fits = Judge(node, out var key);
        if (fits is null) _unjudged.Add(rank);
        else if (_unjudged.Count > 0) _unjudged.Remove(rank);
        if (fits is true) Groups.Put(rank, key);
        else Groups.TakeOut(rank);
    }

    /// <summary>Does the pod fit, and what does the node's score depend on? Null if the plain rule must judge.</summary>
    private bool? Judge(NodeInfo node, out GroupKey key)
    {
        key = default;
        if (!node.IsCandidate) return false;
        foreach (var predicate in _predicates)
        {
            var verdict = predicate.Check(exemplar, node, state);
            if (verdict.Error is not null) return null;
            if (verdict.Reason is not null) return false;
        }

        var local = 0L;
        foreach (var (priority, weight) in algorithm.Scores)
        {
            if (priority.ScoreNode(exemplar, node) is not { } score) return null;
            local = unchecked(local + (score * weight));
        }

        if (!TryCount(0, node, out var first) || !TryCount(1, node, out var second)) return null;
        key = new GroupKey(local, first, second, places.Of(node.Rank), Spread: 0);
        return true;
    }

    private bool TryCount(int index, NodeInfo node, out int count)
    {
        count = 0;
        return index >= algorithm.Counted.Length || algorithm.Counted[index].Priority.TryCount(exemplar, node, out count);
    }
}
