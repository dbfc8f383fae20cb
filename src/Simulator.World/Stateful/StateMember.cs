using Simulator.Engine;

namespace Simulator.World.Stateful;

/// <summary>A member of a group: an identity, the life of it that counts, and how far its data is.</summary>
internal sealed class StateMember(string pod, int ordinal)
{
    public string Pod => pod;

    public int Ordinal => ordinal;

    /// <summary>A pet's; other pods share out the numbers.</summary>
    public bool HasOwnOrdinal { get; init; }

    /// <summary>Uid and node of the pod that runs; "" if none does.</summary>
    public string Life { get; set; } = "";

    public string Zone { get; set; } = "";

    public MemberState State { get; set; }

    /// <summary>What its life runs on; null while it is down.</summary>
    public DataCopy? Copy { get; set; }

    /// <summary>Told once when its life may serve.</summary>
    public Action? Listen { get; set; }

    public TimerHandle CaughtUp { get; set; }

    /// <summary>Bytes that it had to copy when it began to, or would have to.</summary>
    public long Lacks { get; set; }

    /// <summary>The beginning of the group in which it was in sync last; -1: never.</summary>
    public int Beginning { get; set; } = -1;

    /// <summary>Its pod's object is gone, and the name will not come again.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>What was last told of it.</summary>
    public string Told { get; set; } = "Down";

    /// <summary>It may serve.</summary>
    public void LetListen()
    {
        var listen = Listen;
        Listen = null;
        listen?.Invoke();
    }

    public bool IsUp => State != MemberState.Down;

    public bool IsInSync => State == MemberState.InSync;

    public bool IsUnsettled => State is MemberState.Waiting or MemberState.CatchingUp;
}

/// <summary>How far a member of a stateful application is.</summary>
public enum MemberState
{
    Down,

    /// <summary>It runs, lacks data, and nobody who has it can be reached.</summary>
    Waiting,
    CatchingUp,
    InSync,
}
