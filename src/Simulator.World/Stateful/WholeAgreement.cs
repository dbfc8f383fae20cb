namespace Simulator.World.Stateful;

/// <summary>What kinds have in common whose members all keep all data, and that one side of a partition writes.</summary>
internal abstract class WholeAgreement(StateGroup group) : IAgreement
{
    private readonly SortedDictionary<string, int> _inSync = new(StringComparer.Ordinal);

    public abstract string State { get; }

    public double RefusedShare => IsWritable ? 0 : 1;

    public virtual string Primary => "";

    protected StateGroup Group => group;

    /// <summary>Writes are accepted in this zone and in those that reach it.</summary>
    protected string? LeaderZone { get; set; }

    protected bool IsWritable => group.Clock.IsRunning;

    /// <summary>Members in sync of each zone.</summary>
    protected IReadOnlyDictionary<string, int> InSync => _inSync;

    public Lack LackOf(StateMember member)
    {
        var copy = member.Copy!;
        if (!group.Copies.HasData) return Lack.Nothing;
        TimeSpan? missed = copy.IsFollowing ? TimeSpan.Zero : group.Clock.Written - copy.Position;
        return new Lack(missed, CanFollow(member.Zone) && (missed == TimeSpan.Zero || HasSource(member.Zone)));
    }

    public void Count(StateMember member, int change)
    {
        var count = _inSync[member.Zone] = _inSync.GetValueOrDefault(member.Zone) + change;
        if (count == 0 || (count == 1 && change == 1)) group.Settling.DoubtAll();
    }

    /// <summary>If only older copies are left, what they have not got is lost for good.</summary>
    public void Lose(IReadOnlyList<DataCopy> destroyed)
    {
        if (group.Copies.Newest is { } newest) group.Losses.SetBack(newest);
        else group.Losses.LoseAll();
    }

    public abstract bool Agree();

    public virtual void BeginAnew()
    {
    }

    /// <summary>Members of so many zones that a zone reaches, itself included.</summary>
    protected int Within(string zone, IReadOnlyDictionary<string, int> counts)
    {
        var sum = 0;
        foreach (var (other, count) in counts)
        {
            if (group.Setting.Reaches(zone, other)) sum += count;
        }

        return sum;
    }

    /// <summary>Members that the writing side does not reach fall behind. False if there is none.</summary>
    protected bool CutOff(string leader)
    {
        if (Within(leader, _inSync) == group.Members.InSyncCount) return false;
        foreach (var member in group.Members.All)
        {
            if (member.IsInSync && !group.Setting.Reaches(leader, member.Zone)) group.Settling.FallBehind(member);
        }

        return true;
    }

    private bool CanFollow(string zone) => !IsWritable || LeaderZone is not { } leader || group.Setting.Reaches(leader, zone);

    private bool HasSource(string zone) => Within(zone, _inSync) > 0;
}
