using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Stateful;

/// <summary>One workload that keeps something: who of its members has what, and whether it can be written to. Everything that happens in a moment is settled at its end.</summary>
public sealed class StateGroup : ICallback
{
    private readonly IAgreement _agreement;
    private readonly StateTeller _teller;
    private readonly SortedDictionary<string, StateMember> _doubted = new(StringComparer.Ordinal);
    private readonly List<DataCopy> _destroyed = [];
    private int _beginning;
    private bool _isFounding = true;
    private bool _areAllDoubted;
    private bool _isDue;

    public StateGroup(string name, StateSpec spec, StateSetting setting)
    {
        (Name, Spec, Setting) = (name, spec, setting);
        Clock = new WriteClock(setting.Simulation);
        Copies = new CopyShelf(Clock);
        _teller = new StateTeller(this, setting.Log);
        _agreement = AgreementTable.Of(this);
    }

    /// <summary>"namespace/name" of the workload.</summary>
    public string Name { get; }

    public StateSpec Spec { get; }

    /// <summary>Members that there should be.</summary>
    public int Wanted
    {
        get;
        set
        {
            if (value == field) return;
            field = value;
            _agreement.Resize();
            Touch();
        }
    }

    /// <summary>"Writable", "NoQuorum", "NoPrimary" or "SharesMissing"; as of the end of the last moment.</summary>
    public string State => _agreement.State;

    /// <summary>Share of the writes that are refused.</summary>
    public double RefusedShare => _agreement.RefusedShare;

    /// <summary>Pod of the primary; "" if there is none.</summary>
    public string Primary => _agreement.Primary;

    /// <summary>For how long it was written to, as far as it has not been lost.</summary>
    public TimeSpan Written => Clock.Written;

    internal StateSetting Setting { get; }

    internal WriteClock Clock { get; }

    internal CopyShelf Copies { get; }

    internal MemberRoll Members { get; } = new();

    public MemberState StateOf(string pod) => Members.Find(pod)?.State ?? MemberState.Down;

    /// <summary>A life of a member runs and asks for its part. A younger life of the same name takes the place of an older one (judgement).</summary>
    /// <param name="ordinal">Of a pet; null: the lowest of which no member runs.</param>
    /// <param name="life">What tells lives of one name apart.</param>
    /// <param name="listen">Called once it may serve: when it has caught up, unless it is ready before.</param>
    public void Join(string pod, int? ordinal, string life, string zone, DataPlace place, Action listen)
    {
        var member = Members.FindOrAdd(pod, ordinal);
        if (member.IsUp) Leave(member);
        (member.Life, member.Zone, member.Listen, member.IsForgotten) = (life, zone, listen, false);
        member.Copy = Copies.Take(place, member.Ordinal);
        Members.SetState(member, MemberState.Waiting);
        Doubt(member);
        _teller.Touch(member);
        if (Spec.IsReadyWhileCatchingUp) LetListen(member);
    }

    /// <summary>A life has ended, or answers nobody; nothing if it is not the one that counts.</summary>
    public void Leave(string pod, string life)
    {
        if (Members.Find(pod) is { IsUp: true } member && member.Life == life) Leave(member);
    }

    /// <summary>No pod of this name will come again.</summary>
    public void Forget(string pod)
    {
        if (Members.Find(pod) is not { } member) return;
        member.IsForgotten = true;
        if (!member.IsUp) Members.Remove(member);
    }

    /// <summary>A place, and all that was on it, is gone.</summary>
    public void Destroy(string place)
    {
        if (Copies.Find(place) is { } copy) Destroy(copy);
    }

    /// <summary>As <see cref="Destroy(string)"/>, unless a life still runs on it.</summary>
    public void DestroyUnused(string place)
    {
        if (Copies.Find(place) is { Users: 0 } copy) Destroy(copy);
    }

    /// <summary>A machine's own disk is gone.</summary>
    public void DestroyOnNode(string node)
    {
        foreach (var copy in Copies.OnNode(node)) Destroy(copy);
    }

    public void OnNetworkChanged() => DoubtAll();

    void ICallback.Invoke(long payload)
    {
        _isDue = false;
        Settle();
    }

    internal void Touch()
    {
        if (_isDue) return;
        _isDue = true;
        Setting.Simulation.Schedule(TimeSpan.Zero, this, priority: short.MaxValue);
    }

    /// <summary>What it lacks may have changed.</summary>
    internal void Doubt(StateMember member)
    {
        if (member.IsUnsettled) _doubted[member.Pod] = member;
        Touch();
    }

    internal void DoubtAll()
    {
        _areAllDoubted = true;
        Touch();
    }

    /// <summary>A member in sync does not get the writes any more.</summary>
    internal void FallBehind(StateMember member)
    {
        if (!member.IsInSync) return;
        Copies.Unfollow(member.Copy!);
        Become(member, MemberState.Waiting);
        _agreement.Count(member, -1);
        Doubt(member);
    }

    /// <summary>What was written after a moment is lost.</summary>
    internal void SetBack(TimeSpan to)
    {
        var lost = Clock.Written - to;
        if (lost <= TimeSpan.Zero) return;
        Copies.Clip(to);
        Clock.SetBack(to);
        TellLostWrites(lost, StateTeller.Writes(lost));
        DoubtAll();
    }

    internal void TellLostWrites(TimeSpan lost, string what) =>
        _teller.TellLoss(what, Math.Min(1, CatchUp.BytesWritten(lost, Spec) / Math.Max(1, Spec.DataBytes)), lost);

    internal void TellLostShare(string what, double share) => _teller.TellLoss(what, share, TimeSpan.Zero);

    /// <summary>No copy is left: the members begin again with nothing.</summary>
    internal void LoseAll()
    {
        _teller.TellLoss("the last copy of all data", 1, Clock.Written);
        Clock.Stop();
        Clock.SetBack(TimeSpan.Zero);
        _beginning++;
        _isFounding = true;
        _agreement.BeginAnew();
        DoubtAll();
    }

    private void Settle()
    {
        if (_destroyed.Count > 0) _agreement.Lose(_destroyed);
        _destroyed.Clear();
        do Reconsider();
        while (_agreement.Agree());
        if (Members.InSyncCount >= Wanted && Wanted > 0) _isFounding = false;
        _teller.Tell(_agreement);
    }

    private void Reconsider()
    {
        while (_areAllDoubted || _doubted.Count > 0)
        {
            StateMember[] members = _areAllDoubted ? [.. Members.Unsettled] : [.. _doubted.Values];
            _areAllDoubted = false;
            _doubted.Clear();
            foreach (var member in members) Reconsider(member);
        }
    }

    /// <summary>While a group is founded there is nothing to copy: who comes for the first time is whole at once.</summary>
    private void Reconsider(StateMember member)
    {
        if (!member.IsUnsettled) return;
        var lack = _agreement.LackOf(member);
        var isFounder = _isFounding && member.Beginning < _beginning && member.Copy!.IsEmpty;
        if (lack.IsNothing || (isFounder && lack.HasSource)) BeInSync(member);
        else if (!lack.HasSource) Wait(member, lack);
        else if (member.State != MemberState.CatchingUp) BeginToCatchUp(member, lack);
    }

    private void BeInSync(StateMember member)
    {
        Setting.Simulation.Cancel(member.CaughtUp);
        Copies.Follow(member.Copy!);
        Become(member, MemberState.InSync);
        member.Beginning = _beginning;
        _agreement.Count(member, 1);
        LetListen(member);
    }

    private void Wait(StateMember member, Lack lack)
    {
        Setting.Simulation.Cancel(member.CaughtUp);
        member.Lacks = CatchUp.BytesOf(lack, Spec, _agreement.WriteShare);
        if (member.State != MemberState.Waiting) Become(member, MemberState.Waiting);
    }

    private void BeginToCatchUp(StateMember member, Lack lack)
    {
        member.Lacks = CatchUp.BytesOf(lack, Spec, _agreement.WriteShare);
        Become(member, MemberState.CatchingUp);
        member.CaughtUp = Setting.Simulation.Schedule(CatchUp.TimeFor(member.Lacks, Spec), () =>
        {
            BeInSync(member);
            Touch();
        });
    }

    private void Become(StateMember member, MemberState state)
    {
        Members.SetState(member, state);
        _teller.Touch(member);
    }

    private static void LetListen(StateMember member)
    {
        var listen = member.Listen;
        member.Listen = null;
        listen?.Invoke();
    }

    private void Leave(StateMember member)
    {
        Setting.Simulation.Cancel(member.CaughtUp);
        if (member.IsInSync) FallBehind(member);
        var copy = member.Copy!;
        copy.Users--;
        Become(member, MemberState.Down);
        (member.Copy, member.Listen, member.Life) = (null, null, "");
        if (copy is { Users: 0, Place.Kind: DataPlaceKind.Container }) Destroy(copy);
        if (member.IsForgotten) Members.Remove(member);
        Touch();
    }

    /// <summary>Who runs on it goes on with nothing.</summary>
    private void Destroy(DataCopy copy)
    {
        StateMember[] users = copy.Users == 0 ? [] : [.. Members.All.Where(member => member.Copy == copy)];
        foreach (var user in users) FallBehind(user);
        Copies.Remove(copy);
        if (!copy.IsEmpty) _destroyed.Add(copy);
        foreach (var user in users)
        {
            user.Copy = Copies.Take(copy.Place, user.Ordinal);
            Doubt(user);
        }

        Touch();
    }
}
