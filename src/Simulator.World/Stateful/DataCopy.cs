namespace Simulator.World.Stateful;

/// <summary>A copy of a group's data: it follows the write clock while a member in sync uses it, and stands still otherwise.</summary>
internal sealed class DataCopy(DataPlace place)
{
    public DataPlace Place => place;

    /// <summary>Of the member that used it last: it decides which shares are on it.</summary>
    public int Ordinal { get; set; }

    /// <summary>Members that run on it.</summary>
    public int Users { get; set; }

    /// <summary>Those of them that are in sync.</summary>
    public int Followers { get; set; }

    /// <summary>Up to where it has the writes, if it does not follow the clock; null: there is nothing on it yet.</summary>
    public TimeSpan? Position { get; set; }

    public bool IsFollowing => Followers > 0;

    public bool IsEmpty => !IsFollowing && Position is null;
}
