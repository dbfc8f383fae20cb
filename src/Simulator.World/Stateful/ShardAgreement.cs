namespace Simulator.World.Stateful;

/// <summary>Each member owns a share of the data, and the members after it in the ring keep further copies of it.</summary>
/// <remarks>
/// A share that nobody serves counts as written to like the others, so a member that finds a newer copy of it has rather more to copy than
/// less (judgement). Another number of members is another ring at once: moving shares is not modelled.
/// </remarks>
internal sealed class ShardAgreement(StateGroup group) : IAgreement
{
    /// <summary>Members in sync that have a share.</summary>
    private int[] _holders = [];
    private int _missing;

    public string State => _missing > 0 ? "SharesMissing" : "Writable";

    public double RefusedShare => Shares == 0 ? 0 : (double)_missing / Shares;

    public double WriteShare => Shares == 0 ? 0 : (double)Copies / Shares;

    private int Shares => _holders.Length;

    private int Copies => Math.Min(group.Spec.Copies, Shares);

    public void Resize()
    {
        _holders = new int[group.Wanted];
        _missing = Shares;
        foreach (var member in group.Members.All)
        {
            if (member.IsInSync) Count(member, 1);
        }

        group.Settling.DoubtAll();
    }

    public Lack LackOf(StateMember member)
    {
        var copy = member.Copy!;
        if (copy.IsFollowing) return Lack.Nothing;
        var (hasSource, isOld, missed) = (true, false, TimeSpan.Zero);
        for (var i = 0; i < CopiesOf(member.Ordinal); i++)
        {
            var share = ShareOf(member.Ordinal, i);
            if (NewestOf(share) is not { } newest || newest <= copy.Position) continue;
            isOld = true;
            hasSource &= _holders[share] > 0;
            if (newest - copy.Position > missed) missed = newest - copy.Position!.Value;
        }

        return isOld ? new Lack(copy.Position is null ? null : missed, hasSource) : Lack.Nothing;
    }

    public void Count(StateMember member, int change)
    {
        for (var i = 0; i < CopiesOf(member.Ordinal); i++)
        {
            var share = ShareOf(member.Ordinal, i);
            var holders = _holders[share] += change;
            if (holders == 0) _missing++;
            else if (holders == 1 && change == 1) _missing--;
            else continue;
            DoubtHoldersOf(share);
        }
    }

    public bool Agree()
    {
        if (_missing < Shares) group.Clock.Run();
        else group.Clock.Stop();
        return false;
    }

    public void Lose(IReadOnlyList<DataCopy> destroyed)
    {
        if (!group.Copies.HasData)
        {
            group.Losses.LoseAll();
            return;
        }

        var lost = new SortedDictionary<int, TimeSpan>();
        foreach (var copy in destroyed)
        {
            for (var i = 0; i < CopiesOf(copy.Ordinal); i++)
            {
                var share = ShareOf(copy.Ordinal, i);
                if (copy.Position is { } position && !(lost.TryGetValue(share, out var newest) && newest >= position))
                {
                    lost[share] = position;
                }
            }
        }

        foreach (var (share, upTo) in lost) Lose(share, upTo);
    }

    /// <param name="upTo">Of the newest copy that was destroyed.</param>
    private void Lose(int share, TimeSpan upTo)
    {
        DoubtHoldersOf(share);
        var left = NewestOf(share);
        if (left is null) group.Losses.TellShare($"the last copy of share {share}", 1.0 / Shares);
        else if (left < upTo)
        {
            group.Losses.TellWrites((upTo - left.Value) / Shares, $"{StateTeller.Writes(upTo - left.Value)} to share {share}");
        }
    }

    /// <summary>Up to where the newest copy of a share has the writes; null if there is none.</summary>
    private TimeSpan? NewestOf(int share)
    {
        if (_holders[share] > 0) return group.Clock.Written;
        TimeSpan? newest = null;
        for (var i = 0; i < Copies; i++)
        {
            foreach (var copy in group.Copies.OfOrdinal((share + i) % Shares))
            {
                if (copy.Position is { } position && !(position <= newest)) newest = position;
            }
        }

        return newest;
    }

    private void DoubtHoldersOf(int share)
    {
        for (var i = 0; i < Copies; i++)
        {
            if (group.Members.Find((share + i) % Shares) is { } member) group.Settling.Doubt(member);
        }
    }

    /// <summary>Who is too many has no share.</summary>
    private int CopiesOf(int ordinal) => ordinal < Shares ? Copies : 0;

    private int ShareOf(int ordinal, int copy) => (ordinal - copy + Shares) % Shares;
}
