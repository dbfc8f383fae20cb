namespace Simulator.World.Stateful;

/// <summary>The members of a group by name and by ordinal, and those of them that are not in sync.</summary>
internal sealed class MemberRoll
{
    private static readonly Comparer<StateMember> ByPod =
        Comparer<StateMember>.Create(static (one, other) => string.CompareOrdinal(one.Pod, other.Pod));

    private readonly SortedDictionary<string, StateMember> _byPod = new(StringComparer.Ordinal);
    private readonly Dictionary<int, StateMember> _byOrdinal = [];
    private readonly SortedSet<StateMember> _unsettled = new(ByPod);
    private readonly SortedSet<int> _freeOrdinals = [];
    private int _nextOrdinal;

    /// <summary>By name.</summary>
    public IEnumerable<StateMember> All => _byPod.Values;

    /// <summary>Those that run and are not in sync, by name.</summary>
    public IReadOnlyCollection<StateMember> Unsettled => _unsettled;

    public int InSyncCount { get; private set; }

    public StateMember? Find(string pod) => _byPod.GetValueOrDefault(pod);

    public StateMember? Find(int ordinal) => _byOrdinal.GetValueOrDefault(ordinal);

    /// <param name="ordinal">Null: the lowest of which no member runs.</param>
    public StateMember FindOrAdd(string pod, int? ordinal)
    {
        if (_byPod.TryGetValue(pod, out var member)) return member;
        member = new StateMember(pod, ordinal ?? FreeOrdinal()) { HasOwnOrdinal = ordinal is not null };
        _byPod.Add(pod, member);
        _byOrdinal[member.Ordinal] = member;
        return member;
    }

    public void Remove(StateMember member)
    {
        _byPod.Remove(member.Pod);
        _byOrdinal.Remove(member.Ordinal);
    }

    public void SetState(StateMember member, MemberState state)
    {
        InSyncCount += (state == MemberState.InSync ? 1 : 0) - (member.IsInSync ? 1 : 0);
        member.State = state;
        if (member.IsUnsettled) _unsettled.Add(member);
        else _unsettled.Remove(member);
        if (member.HasOwnOrdinal) return;
        if (member.IsUp) _freeOrdinals.Remove(member.Ordinal);
        else _freeOrdinals.Add(member.Ordinal);
    }

    /// <summary>The lowest of which no member runs: who comes replaces who is down.</summary>
    private int FreeOrdinal()
    {
        if (_freeOrdinals.Count == 0) return _nextOrdinal++;
        var lowest = _freeOrdinals.Min;
        if (_byOrdinal.TryGetValue(lowest, out var replaced)) Remove(replaced);
        return lowest;
    }
}
