using Simulator.Engine;

namespace Simulator.World.Stateful;

/// <summary>Who of a group's members is in sync: whatever happens in a moment is settled once, at its end.</summary>
internal sealed class Settling(StateGroup group) : ICallback
{
    private readonly SortedDictionary<string, StateMember> _doubted = new(StringComparer.Ordinal);
    private int _beginning;
    private bool _isFounding = true;
    private bool _areAllDoubted;
    private bool _isDue;

    /// <summary>Something changed in this moment.</summary>
    public void Touch()
    {
        if (_isDue) return;
        _isDue = true;
        group.Setting.Simulation.Schedule(TimeSpan.Zero, this, priority: short.MaxValue);
    }

    /// <summary>What it lacks may have changed.</summary>
    public void Doubt(StateMember member)
    {
        if (member.IsUnsettled) _doubted[member.Pod] = member;
        Touch();
    }

    public void DoubtAll()
    {
        _areAllDoubted = true;
        Touch();
    }

    /// <summary>A member in sync does not get the writes any more.</summary>
    public void FallBehind(StateMember member)
    {
        if (!member.IsInSync) return;
        group.Copies.Unfollow(member.Copy!);
        group.Become(member, MemberState.Waiting);
        group.Agreement.Count(member, -1);
        Doubt(member);
    }

    /// <summary>No copy is left: until the group is complete again, who comes for the first time has nothing to copy.</summary>
    public void BeginAnew()
    {
        _beginning++;
        _isFounding = true;
    }

    void ICallback.Invoke(long payload)
    {
        _isDue = false;
        group.Losses.Settle();
        do Reconsider();
        while (group.Agreement.Agree());
        if (group.Members.InSyncCount >= group.Wanted && group.Wanted > 0) _isFounding = false;
        group.Teller.Tell(group.Agreement);
    }

    private void Reconsider()
    {
        while (_areAllDoubted || _doubted.Count > 0)
        {
            StateMember[] members = _areAllDoubted ? [.. group.Members.Unsettled] : [.. _doubted.Values];
            _areAllDoubted = false;
            _doubted.Clear();
            foreach (var member in members) Reconsider(member);
        }
    }

    /// <summary>While a group is founded there is nothing to copy: who comes for the first time is whole at once.</summary>
    private void Reconsider(StateMember member)
    {
        if (!member.IsUnsettled) return;
        var lack = group.Agreement.LackOf(member);
        var isFounder = _isFounding && member.Beginning < _beginning && member.Copy!.IsEmpty;
        if (lack.IsNothing || (isFounder && lack.HasSource)) BeInSync(member);
        else if (!lack.HasSource) Wait(member, lack);
        else if (member.State != MemberState.CatchingUp) BeginToCatchUp(member, lack);
    }

    private void BeInSync(StateMember member)
    {
        group.Setting.Simulation.Cancel(member.CaughtUp);
        group.Copies.Follow(member.Copy!);
        group.Become(member, MemberState.InSync);
        member.Beginning = _beginning;
        group.Agreement.Count(member, 1);
        member.LetListen();
    }

    private void Wait(StateMember member, Lack lack)
    {
        group.Setting.Simulation.Cancel(member.CaughtUp);
        member.Lacks = CatchUp.BytesOf(lack, group.Spec, group.Agreement.WriteShare);
        if (member.State != MemberState.Waiting) group.Become(member, MemberState.Waiting);
    }

    private void BeginToCatchUp(StateMember member, Lack lack)
    {
        member.Lacks = CatchUp.BytesOf(lack, group.Spec, group.Agreement.WriteShare);
        group.Become(member, MemberState.CatchingUp);
        member.CaughtUp = group.Setting.Simulation.Schedule(CatchUp.TimeFor(member.Lacks, group.Spec), () =>
        {
            BeInSync(member);
            Touch();
        });
    }
}
