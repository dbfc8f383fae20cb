using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Stateful;

/// <summary>One member takes the writes; if it stops, another one takes over after the fail-over time.</summary>
internal sealed class PrimaryAgreement(StateGroup group) : WholeAgreement(group)
{
    private StateMember? _primary;
    private DataPlace? _place;
    private TimerHandle _failOver;
    private bool _isFailOverDue;

    /// <summary>Up to where the data was when the present primary began: a lag reaches back no further.</summary>
    private TimeSpan _began;

    public override string State => IsWritable ? "Writable" : "NoPrimary";

    public override string Primary => _primary is { IsInSync: true } primary ? primary.Pod : "";

    private Simulation Simulation => Group.Setting.Simulation;

    public override bool Agree()
    {
        if (_primary is null) Appoint(Best(static member => member.IsInSync));
        if (_primary is { IsInSync: true } primary) return GoOn(primary);
        Group.Clock.Stop();
        LeaderZone = null;
        if (_primary is null) return false;
        if (Heir() is { } heir)
        {
            Appoint(heir);
            return true;
        }

        return IsFailOverDue() && Candidate() is { } next && Promote(next);
    }

    public override void BeginAnew()
    {
        Simulation.Cancel(_failOver);
        (_primary, _place, _began, _isFailOverDue) = (null, null, TimeSpan.Zero, false);
    }

    private bool GoOn(StateMember primary)
    {
        Simulation.Cancel(_failOver);
        _isFailOverDue = false;
        (_place, LeaderZone) = (primary.Copy!.Place, primary.Zone);
        Group.Clock.Run();
        return CutOff(primary.Zone);
    }

    private void Appoint(StateMember? member) => (_primary, _began) = (member, Group.Clock.Written);

    /// <summary>Pods that are no pets come back under another name: who has the primary's data is the primary.</summary>
    private StateMember? Heir()
    {
        if (_place is null || Group.Copies.Find(_place.Name) is not { IsFollowing: true } copy) return null;
        return Group.Members.All.FirstOrDefault(member => member.IsInSync && member.Copy == copy);
    }

    private bool IsFailOverDue()
    {
        if (_isFailOverDue || Group.Spec.FailOver is not { } failOver || Simulation.IsPending(_failOver)) return _isFailOverDue;
        _failOver = Simulation.Schedule(failOver.Sample(Group.Setting.FailOvers), () =>
        {
            _isFailOverDue = true;
            Group.Settling.Touch();
        });
        return false;
    }

    /// <summary>What it has not got is given up: what it missed while it was away, or what the old primary had not sent yet.</summary>
    private bool Promote(StateMember next)
    {
        var written = Group.Clock.Written;
        var lag = Group.Spec.ReplicationLag < written - _began ? Group.Spec.ReplicationLag : written - _began;
        Group.Losses.SetBack(next.IsInSync ? written - lag : next.Copy!.Position!.Value);
        Appoint(next);
        Group.Settling.Doubt(next);
        return true;
    }

    /// <summary>If nobody is in sync, old data is better than none.</summary>
    private StateMember? Candidate() => Best(static member => member.IsInSync) ?? Best(static member => member.Copy!.Position is not null);

    private StateMember? Best(Func<StateMember, bool> isCandidate)
    {
        StateMember? best = null;
        foreach (var member in Group.Members.All)
        {
            if (member.IsUp && isCandidate(member) && (best is null || IsBefore(member, best))) best = member;
        }

        return best;
    }

    /// <summary>All members come in name order, so that equal ones need no further rule.</summary>
    private bool IsBefore(StateMember one, StateMember other)
    {
        if (Group.Spec.Promote == PromoteRule.MostRecent && PositionOf(one) != PositionOf(other))
        {
            return PositionOf(one) > PositionOf(other);
        }
        return one.Ordinal < other.Ordinal;
    }

    private TimeSpan PositionOf(StateMember member) => member.IsInSync ? Group.Clock.Written : member.Copy!.Position!.Value;
}
