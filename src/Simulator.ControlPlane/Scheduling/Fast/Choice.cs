using System.Runtime.InteropServices;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast.Scores;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// The best nodes of those that fit, and among equals the one whose turn it is: one score a group and one a marked node. Its plain twin is
/// <see cref="PlainDecider"/>.
/// </summary>
internal sealed class Choice(FastAlgorithm algorithm, ClusterState state)
{
    private readonly List<(IWideScore Score, long Weight)> _wide = [];
    private readonly List<int> _bestGroups = [];
    private readonly List<int> _bestMarked = [];
    private readonly TieBreak _tieBreak = new();
    private int[] _left = [];
    private int _maxFirst;
    private int _maxSecond;
    private long _top;
    private int _ties;

    /// <summary>Null if only the plain rule can tell.</summary>
    public Decision? Pick(FastTemplate template, NodeGroups groups, NodeMask mask, Marks marks, ulong roundRobin)
    {
        if (!TryPrepare(template, marks)) return null;
        var fit = CountLeft(groups, mask, marks);
        if (fit == 0) return Decision.Unschedulable;
        See(groups, marks);
        FindBest(groups, marks);
        var rank = _tieBreak.Select(groups, _bestGroups, mask, marks, _bestMarked, (int)(roundRobin % (ulong)_ties));
        return new Decision(SchedulingOutcome.Scheduled, state.Cache.Nodes[rank], fit, _ties, _top);
    }

    private bool TryPrepare(FastTemplate template, Marks marks)
    {
        _wide.Clear();
        foreach (var (score, weight) in template.Wide)
        {
            var preparation = score.Prepare(marks);
            if (preparation == Preparation.AskPlain) return false;
            if (preparation == Preparation.Ready) _wide.Add((score, weight));
        }

        // Without any score nobody is chosen.
        return algorithm.Scores.Length + algorithm.Counted.Length + _wide.Count > 0;
    }

    /// <summary>How many of each group are left that have no mark, and how many fit in all.</summary>
    private int CountLeft(NodeGroups groups, NodeMask mask, Marks marks)
    {
        var all = groups.All;
        if (_left.Length < all.Length) _left = new int[all.Length * 2];
        var fit = 0;
        for (var i = 0; i < all.Length; i++)
        {
            var nodes = all[i].Nodes;
            _left[i] = mask.IsFull || nodes.Count == 0 ? nodes.Count : nodes.CountWithin(mask.Words);
            fit += _left[i];
        }

        foreach (var rank in marks.Ranks) _left[groups.GroupOf(rank)]--;
        return fit;
    }

    private void See(NodeGroups groups, Marks marks)
    {
        (_maxFirst, _maxSecond) = (0, 0);
        var all = groups.All;
        for (var i = 0; i < all.Length; i++)
        {
            if (_left[i] > 0) See(new Standing(all[i].Key, all[i].Key.Spread, 0), _left[i]);
        }

        foreach (var rank in marks.Ranks) See(StandingOf(rank, groups, marks), 1);
    }

    private void See(in Standing standing, int nodes)
    {
        _maxFirst = Math.Max(_maxFirst, standing.Key.First);
        _maxSecond = Math.Max(_maxSecond, standing.Key.Second);
        foreach (var (score, _) in CollectionsMarshal.AsSpan(_wide)) score.See(standing, nodes);
    }

    private void FindBest(NodeGroups groups, Marks marks)
    {
        (_top, _ties) = (long.MinValue, 0);
        var all = groups.All;
        for (var i = 0; i < all.Length; i++)
        {
            if (_left[i] > 0 && IsAmongBest(new Standing(all[i].Key, all[i].Key.Spread, 0), _left[i])) _bestGroups.Add(i);
        }

        foreach (var rank in marks.Ranks)
        {
            if (IsAmongBest(StandingOf(rank, groups, marks), 1)) _bestMarked.Add(rank);
        }
    }

    private bool IsAmongBest(in Standing standing, int nodes)
    {
        var total = Total(standing);
        if (total < _top && _ties > 0) return false;
        if (total > _top || _ties == 0)
        {
            _bestGroups.Clear();
            _bestMarked.Clear();
            (_top, _ties) = (total, 0);
        }

        _ties += nodes;
        return true;
    }

    private long Total(in Standing standing)
    {
        var key = standing.Key;
        var total = key.Local;
        var counted = algorithm.Counted;
        if (counted.Length > 0) total = unchecked(total + (counted[0].Priority.Scale(key.First, _maxFirst) * counted[0].Weight));
        if (counted.Length > 1) total = unchecked(total + (counted[1].Priority.Scale(key.Second, _maxSecond) * counted[1].Weight));
        foreach (var (score, weight) in CollectionsMarshal.AsSpan(_wide)) total = unchecked(total + (score.Score(standing) * weight));
        return total;
    }

    private static Standing StandingOf(int rank, NodeGroups groups, Marks marks)
    {
        var key = groups.All[groups.GroupOf(rank)].Key;
        return new Standing(key, key.Spread + marks.SpreadOf(rank), marks.AttractionOf(rank));
    }
}
