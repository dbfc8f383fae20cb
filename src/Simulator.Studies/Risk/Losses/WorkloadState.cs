namespace Simulator.Studies.Risk.Losses;

/// <summary>The replicas of one workload, now: how many are usable, and what each of the others waits for.</summary>
internal sealed class WorkloadState
{
    private readonly int[] _waiting = new int[PartTimes.Parts];
    private int _live;

    public int Desired { get; set; }

    /// <summary>A DaemonSet: its pod on a dead node could be nowhere else.</summary>
    public bool IsPerNode { get; set; }

    /// <summary>Services that select its pods.</summary>
    public List<ServiceLoss> Services { get; } = [];

    /// <summary>Both ready to the API and serving in truth.</summary>
    public int Usable { get; private set; }

    public int Missing => IsPerNode ? 0 : Math.Max(0, Desired - Usable);

    /// <summary>Replicas in this part of their recovery; those that nobody has made yet wait for their replacement.</summary>
    public int In(RecoveryPart part) => _waiting[(int)part] + (part == RecoveryPart.Replacement ? Math.Max(0, Desired - _live) : 0);

    /// <param name="part">Null: usable.</param>
    public void Add(RecoveryPart? part, int count)
    {
        _live += count;
        if (part is { } waits) _waiting[(int)waits] += count;
        else Usable += count;
    }
}
