using System.Runtime.InteropServices;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// All pods of one template. Verdicts and counts are kept per node and brought up to date only where the cache changed; nodes with
/// equal counts form a group, so that a decision costs as many score computations as there are groups, not nodes.
/// </summary>
/// <remarks>5,000 nodes, 150,000 pods, default provider: see tests/README.md for the measured rate. Its plain twin is <see cref="PlainDecider"/>.</remarks>
internal sealed class PodClass(Pod exemplar, FastAlgorithm algorithm, ClusterState state)
{
    private const int NotFit = -1;
    private const int Unjudged = -2;

    private readonly IPredicate[] _predicates = Array.FindAll(algorithm.Predicates, predicate => predicate.CanReject(exemplar));
    private readonly SpreadTotals _spread = new();
    private readonly List<NodeSet> _best = [];
    private readonly Dictionary<GroupKey, int> _groupByKey = [];
    private readonly List<CandidateGroup> _groups = [];
    private readonly Stack<int> _freeGroups = new();
    private readonly List<bool> _spreadsAgainst = [];
    private SpreadSelectors? _selectors;
    private long _selectorVersion = -1;
    private long _position = -1;
    private int _epoch = -1;
    private int[] _groupOf = [];
    private long[] _seenVersion = [];
    private int _unjudged;
    private int _fit;

    /// <summary>The decision for a pod of this class; null if some node needs the plain rule (an unreadable annotation).</summary>
    public Decision? Decide(ulong roundRobin)
    {
        CatchUp();
        if (_unjudged > 0) return null;
        if (state.Cache.CandidateCount == 0) return Decision.NoNodes;
        return _fit == 0 ? Decision.Unschedulable : Pick(roundRobin);
    }

    private void CatchUp()
    {
        var log = state.Cache.Changes;
        var nodes = state.Cache.Nodes;
        if (_epoch != log.Epoch || _selectorVersion != state.SelectorVersion
            || !log.TryRead(_position, out var changed) || changed.Length > nodes.Count)
        {
            Rebuild(nodes);
        }
        else
        {
            foreach (var node in changed) Refresh(node);
        }

        _position = log.End;
    }

    private void Rebuild(IReadOnlyList<NodeInfo> nodes)
    {
        (_epoch, _selectorVersion) = (state.Cache.Changes.Epoch, state.SelectorVersion);
        _selectors = algorithm.Spread.Priority is { } spread ? SpreadSelectors.Of(exemplar, spread.Kinds, state) : null;
        _spreadsAgainst.Clear();
        _groupByKey.Clear();
        _groups.Clear();
        _freeGroups.Clear();
        (_fit, _unjudged) = (0, 0);
        _groupOf = new int[nodes.Count];
        _seenVersion = new long[nodes.Count];
        Array.Fill(_groupOf, NotFit);
        Array.Fill(_seenVersion, -1);
        foreach (var node in nodes) Refresh(node);
    }

    private void Refresh(NodeInfo node)
    {
        var rank = node.Rank;
        if (rank < 0 || _seenVersion[rank] == node.Version) return;
        _seenVersion[rank] = node.Version;
        Leave(rank);
        Enter(rank, Judge(node, out var key), key);
    }

    private void Leave(int rank)
    {
        var group = _groupOf[rank];
        _groupOf[rank] = NotFit;
        if (group == Unjudged) _unjudged--;
        if (group < 0) return;
        _fit--;
        var nodes = _groups[group].Nodes;
        nodes.Remove(rank);
        if (nodes.Count > 0) return;
        _groupByKey.Remove(_groups[group].Key);
        _freeGroups.Push(group);
    }

    private void Enter(int rank, bool? fits, GroupKey key)
    {
        if (fits is null) _unjudged++;
        if (fits is not true)
        {
            _groupOf[rank] = fits is null ? Unjudged : NotFit;
            return;
        }

        _fit++;
        if (!_groupByKey.TryGetValue(key, out var group)) group = NewGroup(key);
        _groups[group].Nodes.Add(rank);
        _groupOf[rank] = group;
    }

    private int NewGroup(GroupKey key)
    {
        if (_freeGroups.TryPop(out var group)) _groups[group].Key = key;
        else
        {
            group = _groups.Count;
            _groups.Add(new CandidateGroup(key, _groupOf.Length));
        }

        _groupByKey.Add(key, group);
        return group;
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
        foreach (var (priority, weight) in algorithm.Local)
        {
            if (priority.ScoreNode(exemplar, node) is not { } score) return null;
            local = unchecked(local + (score * weight));
        }

        if (!TryCount(0, node, out var first) || !TryCount(1, node, out var second)) return null;
        key = new GroupKey(local, first, second, CountSpread(node), node.Zone);
        return true;
    }

    private bool TryCount(int index, NodeInfo node, out int count)
    {
        count = 0;
        return index >= algorithm.Counted.Length || algorithm.Counted[index].Priority.TryCount(exemplar, node, out count);
    }

    private int CountSpread(NodeInfo node)
    {
        if (_selectors is null || _selectors.IsEmpty) return 0;
        if (_spreadsAgainst.Count < state.Cache.LabelClasses.Count) LearnLabelClasses();
        var spreadsAgainst = CollectionsMarshal.AsSpan(_spreadsAgainst);
        var count = 0;
        foreach (var labelClass in node.LabelClasses)
        {
            if (labelClass >= 0 && spreadsAgainst[labelClass]) count++;
        }

        return count;
    }

    private void LearnLabelClasses()
    {
        var classes = state.Cache.LabelClasses;
        for (var i = _spreadsAgainst.Count; i < classes.Count; i++)
        {
            _spreadsAgainst.Add(classes[i].Namespace == exemplar.Namespace && _selectors!.Matches(classes[i].Labels));
        }
    }

    private Decision Pick(ulong roundRobin)
    {
        var (maxFirst, maxSecond) = TakeMaxima();
        var top = long.MinValue;
        var ties = 0;
        _best.Clear();
        foreach (var group in _groups)
        {
            if (group.Nodes.Count == 0) continue;
            var total = Total(group.Key, maxFirst, maxSecond);
            if (total < top && ties > 0) continue;
            if (total > top || ties == 0)
            {
                _best.Clear();
                (top, ties) = (total, 0);
            }

            _best.Add(group.Nodes);
            ties += group.Nodes.Count;
        }

        var host = state.Cache.Nodes[NodeSet.Select(_best, (int)(roundRobin % (ulong)ties))];
        return new Decision(SchedulingOutcome.Scheduled, host, _fit, ties, top);
    }

    private (int First, int Second) TakeMaxima()
    {
        _spread.Clear();
        var (first, second) = (0, 0);
        foreach (var group in _groups)
        {
            if (group.Nodes.Count == 0) continue;
            first = Math.Max(first, group.Key.First);
            second = Math.Max(second, group.Key.Second);
            if (_selectors is { IsEmpty: false }) _spread.Add(group.Key.Zone, group.Key.Spread, group.Nodes.Count);
        }

        return (first, second);
    }

    private long Total(GroupKey key, int maxFirst, int maxSecond)
    {
        var total = key.Local;
        if (algorithm.Counted.Length > 0) total = unchecked(total + (algorithm.Counted[0].Priority.Scale(key.First, maxFirst) * algorithm.Counted[0].Weight));
        if (algorithm.Counted.Length > 1) total = unchecked(total + (algorithm.Counted[1].Priority.Scale(key.Second, maxSecond) * algorithm.Counted[1].Weight));
        return algorithm.Spread.Priority is null ? total : unchecked(total + (_spread.Score(key.Zone, key.Spread) * algorithm.Spread.Weight));
    }
}
