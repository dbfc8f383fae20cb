namespace Simulator.World.Stateful;

/// <summary>A majority has to agree on each write: one member in sync has to reach so many, itself included.</summary>
internal sealed class QuorumAgreement(StateGroup group) : WholeAgreement(group)
{
    public override string State => IsWritable ? "Writable" : "NoQuorum";

    private int Majority => Group.Spec.Majority ?? ((Group.Wanted / 2) + 1);

    public override bool Agree()
    {
        if (LeaderZone is not { } leader || InSync.GetValueOrDefault(leader) == 0 || Within(leader, InSync) < Majority)
        {
            LeaderZone = Largest(InSync);
        }
        if (LeaderZone is { } zone)
        {
            Group.Clock.Run();
            return CutOff(zone);
        }

        Group.Clock.Stop();
        return Group.Members.InSyncCount == 0 && Group.Members.Unsettled.Count >= Majority && Elect();
    }

    /// <summary>The zone from which a majority is reached: the most members, then the first name; null if there is none.</summary>
    private string? Largest(IReadOnlyDictionary<string, int> counts)
    {
        var (best, most) = ((string?)null, Majority - 1);
        foreach (var (zone, count) in counts)
        {
            if (count == 0 || Within(zone, counts) <= most) continue;
            (best, most) = (zone, Within(zone, counts));
        }

        return best;
    }

    /// <summary>
    /// A majority without the newest data does not know that there is newer: it elects the newest that it has, and what only others have is
    /// given up.
    /// </summary>
    private bool Elect()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in Group.Members.Unsettled) counts[member.Zone] = counts.GetValueOrDefault(member.Zone) + 1;
        if (Largest(counts) is not { } zone) return false;
        TimeSpan? newest = null;
        foreach (var member in Group.Members.Unsettled)
        {
            if (Group.Setting.Reaches(zone, member.Zone) && member.Copy!.Position is { } position && !(position <= newest))
            {
                newest = position;
            }
        }

        if (newest is not { } elected || elected >= Group.Clock.Written) return false;
        Group.Losses.SetBack(elected);
        return true;
    }
}
