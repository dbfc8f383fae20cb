using System.Runtime.InteropServices;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// The nodes that fit, in groups of equal keys, so that a decision computes as many scores as there are groups, not nodes.
/// </summary>
internal sealed class NodeGroups(int nodes)
{
    private const int None = -1;

    private readonly int[] _groupOf = Filled(nodes);
    private readonly Dictionary<GroupKey, int> _byKey = [];
    private readonly List<CandidateGroup> _groups = [];
    private readonly Stack<int> _free = new();

    /// <summary>Nodes, fitting or not.</summary>
    public int NodeCount => _groupOf.Length;

    /// <summary>Some may be empty.</summary>
    public ReadOnlySpan<CandidateGroup> All => CollectionsMarshal.AsSpan(_groups);

    /// <summary>Index of the node's group; below 0 if it does not fit.</summary>
    public int GroupOf(int rank) => _groupOf[rank];

    public void Put(int rank, GroupKey key)
    {
        // Most changes of a node leave its scores as they are.
        var old = _groupOf[rank];
        if (old >= 0 && _groups[old].Key == key) return;
        TakeOut(rank);
        if (!_byKey.TryGetValue(key, out var group)) group = NewGroup(key);
        _groups[group].Nodes.Add(rank);
        _groupOf[rank] = group;
    }

    /// <summary>As <paramref name="other"/> of as many nodes: a copy of bits, no node is looked at.</summary>
    public void CopyFrom(NodeGroups other)
    {
        other._groupOf.CopyTo(_groupOf, 0);
        _byKey.Clear();
        _free.Clear();
        while (_groups.Count < other._groups.Count) _groups.Add(new CandidateGroup(default, _groupOf.Length));
        for (var i = 0; i < _groups.Count; i++)
        {
            if (i < other._groups.Count) _groups[i].CopyFrom(other._groups[i]);
            else _groups[i].Nodes.Clear();
            if (_groups[i].Nodes.Count == 0) _free.Push(i);
            else _byKey.Add(_groups[i].Key, i);
        }
    }

    public void TakeOut(int rank)
    {
        var group = _groupOf[rank];
        if (group < 0) return;
        _groupOf[rank] = None;
        var nodes = _groups[group].Nodes;
        nodes.Remove(rank);
        if (nodes.Count > 0) return;
        _byKey.Remove(_groups[group].Key);
        _free.Push(group);
    }

    private int NewGroup(GroupKey key)
    {
        if (_free.TryPop(out var group)) _groups[group].Key = key;
        else
        {
            group = _groups.Count;
            _groups.Add(new CandidateGroup(key, _groupOf.Length));
        }

        _byKey.Add(key, group);
        return group;
    }

    private static int[] Filled(int nodes)
    {
        var none = new int[nodes];
        Array.Fill(none, None);
        return none;
    }
}
