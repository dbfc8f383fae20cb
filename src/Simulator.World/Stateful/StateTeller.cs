using System.Globalization;
using Simulator.World.Observations;

namespace Simulator.World.Stateful;

/// <summary>Writes the facts of a group into the log, each only when it is another than before.</summary>
internal sealed class StateTeller(StateGroup group, ObservationLog log)
{
    private readonly SortedDictionary<string, StateMember> _touched = new(StringComparer.Ordinal);
    private (string State, long Refused, long Missing) _state = ("", 0, 0);
    private string _primary = "";

    public void Touch(StateMember member) => _touched[member.Pod] = member;

    public void Tell(IAgreement agreement)
    {
        foreach (var member in _touched.Values) Tell(member);
        _touched.Clear();
        TellPrimary(agreement.Primary);
        TellState(agreement);
    }

    /// <param name="share">Of all data.</param>
    /// <param name="written">How long what is lost was written.</param>
    public void TellLoss(string what, double share, TimeSpan written) =>
        log.Write(ObservationKind.DataLost, group.Name, what, (long)Math.Round(share * 1000), (long)written.TotalMicroseconds);

    public static string Writes(TimeSpan written) =>
        string.Create(CultureInfo.InvariantCulture, $"{written.TotalSeconds:0.###} s of writes");

    private void Tell(StateMember member)
    {
        var state = member.State switch { MemberState.InSync => "InSync", MemberState.Down => "Down", _ => "CatchingUp" };
        if (state == member.Told) return;
        member.Told = state;
        log.Write(ObservationKind.MemberChanged, member.Pod, state, member.IsUnsettled ? member.Lacks : 0);
    }

    private void TellPrimary(string primary)
    {
        if (primary == _primary) return;
        _primary = primary;
        log.Write(ObservationKind.PrimaryChanged, group.Name, primary);
    }

    /// <summary>Of what is scaled to nothing nobody wants anything.</summary>
    private void TellState(IAgreement agreement)
    {
        var refused = (long)Math.Round(agreement.RefusedShare * group.Spec.WritesPerSecond * 1000);
        var missing = 1000L * Math.Max(0, group.Wanted - group.Members.InSyncCount);
        var state = group.Wanted > 0 ? (agreement.State, refused, missing) : ("Writable", 0, 0);
        if (state == _state) return;
        _state = state;
        log.Write(ObservationKind.StateChanged, group.Name, state.Item1, state.Item2, state.Item3);
    }
}
