using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// The nodes by the number of disks of one kind that they have, kept by the cache's log. Shared by all pods with claims or disks.
/// </summary>
internal sealed class DiskLoads(MaxVolumeCount rule, ClusterState state)
{
    private readonly List<HashSet<NodeInfo>> _byCount = [];
    private readonly Dictionary<NodeInfo, int> _countOf = [];
    private long _position = -1;
    private int _epoch = -1;

    /// <summary>
    /// The largest number that <see cref="With"/> knows: one above the limit for all that have more, and above it those that cannot be
    /// counted.
    /// </summary>
    public int Most => rule.Limit + 2;

    /// <param name="count">At least 1.</param>
    public HashSet<NodeInfo> With(int count)
    {
        while (_byCount.Count <= count) _byCount.Add([]);
        return _byCount[count];
    }

    public void CatchUp()
    {
        var log = state.Cache.Changes;
        if (_epoch != log.Epoch || !log.TryRead(_position, out var changed) || changed.Length > state.Cache.Nodes.Count) Rebuild();
        else
        {
            foreach (var change in changed) Count(change.Node);
        }

        (_epoch, _position) = (log.Epoch, log.End);
    }

    private void Rebuild()
    {
        _countOf.Clear();
        foreach (var nodes in _byCount) nodes.Clear();
        foreach (var (node, _) in state.Cache.Index.DiskUsers) Count(node);
    }

    private void Count(NodeInfo node)
    {
        var count = node.Node is null || state.Cache.Index.DiskUsers.On(node) == 0 ? 0 : Capped(rule.On(node, state));
        var before = _countOf.GetValueOrDefault(node);
        if (count == before) return;
        if (before > 0) With(before).Remove(node);
        if (count > 0) With(count).Add(node);
        if (count > 0) _countOf[node] = count;
        else _countOf.Remove(node);
    }

    private int Capped(DiskCensus disks) => disks.Error is not null ? Most : Math.Min(disks.Count, rule.Limit + 1);
}
