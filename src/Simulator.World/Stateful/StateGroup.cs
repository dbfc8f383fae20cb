using Simulator.World.Specification;

namespace Simulator.World.Stateful;

/// <summary>One workload that keeps something: who of its members has what, and whether it can be written to.</summary>
/// <remarks>Members come, go and lose their data here; <see cref="Settling"/> decides at the end of the moment what that means.</remarks>
public sealed class StateGroup
{
    public StateGroup(string name, StateSpec spec, StateSetting setting)
    {
        (Name, Spec, Setting) = (name, spec, setting);
        Clock = new WriteClock(setting.Simulation);
        Copies = new CopyShelf(Clock);
        Teller = new StateTeller(this, setting.Log);
        Settling = new Settling(this);
        Losses = new DataLosses(this);
        Agreement = AgreementTable.Of(this);
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
            Agreement.Resize();
            Settling.Touch();
        }
    }

    /// <summary>"Writable", "NoQuorum", "NoPrimary" or "SharesMissing"; as of the end of the last moment.</summary>
    public string State => Agreement.State;

    /// <summary>Share of the writes that are refused.</summary>
    public double RefusedShare => Agreement.RefusedShare;

    /// <summary>Pod of the primary; "" if there is none.</summary>
    public string Primary => Agreement.Primary;

    /// <summary>For how long it was written to, as far as it has not been lost.</summary>
    public TimeSpan Written => Clock.Written;

    internal StateSetting Setting { get; }

    internal IAgreement Agreement { get; }

    internal WriteClock Clock { get; }

    internal CopyShelf Copies { get; }

    internal MemberRoll Members { get; } = new();

    internal Settling Settling { get; }

    internal DataLosses Losses { get; }

    internal StateTeller Teller { get; }

    public MemberState StateOf(string pod) => Members.Find(pod)?.State ?? MemberState.Down;

    /// <summary>
    /// A life of a member runs and asks for its part. A younger life of the same name takes the place of an older one (judgement).
    /// </summary>
    /// <param name="ordinal">Of a pet; null: the lowest of which no member runs.</param>
    /// <param name="life">What tells lives of one name apart.</param>
    /// <param name="listen">Called once it may serve: when it has caught up, unless it is ready before.</param>
    public void Join(string pod, int? ordinal, string life, string zone, DataPlace place, Action listen)
    {
        var member = Members.FindOrAdd(pod, ordinal);
        if (member.IsUp) Leave(member);
        (member.Life, member.Zone, member.Listen, member.IsForgotten) = (life, zone, listen, false);
        member.Copy = Copies.Take(place, member.Ordinal);
        Become(member, MemberState.Waiting);
        Settling.Doubt(member);
        if (Spec.IsReadyWhileCatchingUp) member.LetListen();
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
        if (Copies.Find(place) is { } copy) Losses.Destroy(copy);
    }

    /// <summary>As <see cref="Destroy(string)"/>, unless a life still runs on it.</summary>
    public void DestroyUnused(string place)
    {
        if (Copies.Find(place) is { Users: 0 } copy) Losses.Destroy(copy);
    }

    /// <summary>A machine's own disk is gone.</summary>
    public void DestroyOnNode(string node)
    {
        foreach (var copy in Copies.OnNode(node)) Losses.Destroy(copy);
    }

    public void OnNetworkChanged() => Settling.DoubtAll();

    internal void Become(StateMember member, MemberState state)
    {
        Members.SetState(member, state);
        Teller.Touch(member);
    }

    private void Leave(StateMember member)
    {
        Setting.Simulation.Cancel(member.CaughtUp);
        if (member.IsInSync) Settling.FallBehind(member);
        var copy = member.Copy!;
        copy.Users--;
        Become(member, MemberState.Down);
        (member.Copy, member.Listen, member.Life) = (null, null, "");
        if (copy is { Users: 0, Place.Kind: DataPlaceKind.Container }) Losses.Destroy(copy);
        if (member.IsForgotten) Members.Remove(member);
        Settling.Touch();
    }
}
