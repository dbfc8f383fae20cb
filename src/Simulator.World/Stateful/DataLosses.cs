namespace Simulator.World.Stateful;

/// <summary>Copies of a group's data that are destroyed, and the writes that are lost with them or given up.</summary>
internal sealed class DataLosses(StateGroup group)
{
    private readonly List<DataCopy> _destroyed = [];

    /// <summary>Who runs on it goes on with nothing.</summary>
    public void Destroy(DataCopy copy)
    {
        StateMember[] users = copy.Users == 0 ? [] : [.. group.Members.All.Where(member => member.Copy == copy)];
        foreach (var user in users) group.Settling.FallBehind(user);
        group.Copies.Remove(copy);
        if (!copy.IsEmpty) _destroyed.Add(copy);
        foreach (var user in users)
        {
            user.Copy = group.Copies.Take(copy.Place, user.Ordinal);
            group.Settling.Doubt(user);
        }

        group.Settling.Touch();
    }

    /// <summary>The moment ends: what was destroyed in it is lost, as far as no other copy has it.</summary>
    public void Settle()
    {
        if (_destroyed.Count > 0) group.Agreement.Lose(_destroyed);
        _destroyed.Clear();
    }

    /// <summary>What was written after a moment is lost.</summary>
    public void SetBack(TimeSpan to)
    {
        var lost = group.Clock.Written - to;
        if (lost <= TimeSpan.Zero) return;
        group.Copies.Clip(to);
        group.Clock.SetBack(to);
        TellWrites(lost, StateTeller.Writes(lost));
        group.Settling.DoubtAll();
    }

    /// <summary>No copy is left: the members begin again with nothing.</summary>
    public void LoseAll()
    {
        group.Teller.TellLoss("the last copy of all data", 1, group.Clock.Written);
        group.Clock.Stop();
        group.Clock.SetBack(TimeSpan.Zero);
        group.Settling.BeginAnew();
        group.Agreement.BeginAnew();
        group.Settling.DoubtAll();
    }

    public void TellWrites(TimeSpan lost, string what) =>
        group.Teller.TellLoss(what, Math.Min(1, CatchUp.BytesWritten(lost, group.Spec) / Math.Max(1, group.Spec.DataBytes)), lost);

    public void TellShare(string what, double share) => group.Teller.TellLoss(what, share, TimeSpan.Zero);
}
