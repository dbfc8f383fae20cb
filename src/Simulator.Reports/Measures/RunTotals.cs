using Simulator.Reports.Measures.Money;

namespace Simulator.Reports.Measures;

/// <summary>Sums over all clusters, now.</summary>
internal sealed class RunTotals
{
    public int Desired { get; set; }

    /// <summary>Of the replicas of workloads.</summary>
    public ReplicaCounts Replicas { get; set; }

    /// <summary>Thousandths of a request a second.</summary>
    private const long RoundingMax = 10;

    private RequestCount _requests = new();
    private long _rate;
    private long _failing;
    private bool _isCorrected;

    /// <summary>Of all services.</summary>
    public RequestCount Requests => _requests;

    /// <summary>Some service has traffic.</summary>
    public bool HasTraffic { get; set; }

    /// <summary>Pods without a node.</summary>
    public int PendingPods { get; set; }

    public int Pods { get; set; }

    public int PodsCreated { get; set; }

    public int UnschedulableAttempts { get; set; }

    public int Nodes { get; set; }

    public int NodesReady { get; set; }

    /// <summary>Nodes that a marking as not ready was seen of, ever.</summary>
    public int NodesMarked { get; set; }

    /// <summary>Nodes that pods were evicted from, ever.</summary>
    public int NodesEvicted { get; set; }

    public int PodsEvicted { get; set; }

    /// <summary>Times that the node controller took a node's turn to be evicted, pods or none.</summary>
    public int EvictionTurns { get; set; }

    /// <summary>Of these, up to the last one that moved a pod.</summary>
    public int EvictionTurnsOfUse { get; set; }

    /// <summary>
    /// Workloads with fewer usable replicas than desired; what was broken before the first outage is held to what it had then.
    /// </summary>
    public int ShortWorkloads { get; private set; }

    /// <summary>Of these, the ones that were whole at some time.</summary>
    public int ShortOfWhole { get; private set; }

    /// <summary>Share of the replicas that are asked for and not both ready and serving, all workloads together.</summary>
    public double MissingShare => Desired > 0 ? Math.Max(0, 1 - ((double)Replicas.Usable / Desired)) : 0;

    public MemoryFold Memory { get; } = new();

    /// <summary>Of pods with a load.</summary>
    public CpuFold Cpu { get; } = new();

    /// <summary>Pools whose bill is kept, cluster by cluster.</summary>
    public List<PoolLife> Pools { get; } = [];

    /// <summary>Some pool's size may change, so that its machines over time are worth a column.</summary>
    public bool IsElastic { get; private set; }

    public void Keep(Bill bill)
    {
        if (!bill.IsKept) return;
        Pools.AddRange(bill.Pools);
        IsElastic |= bill.Pools.Exists(pool => pool.IsElastic);
    }

    /// <summary>When requests failed.</summary>
    public Spells Failing { get; } = new();

    /// <summary>Asked before each fact of a later moment.</summary>
    public void Judge(TimeSpan since)
    {
        if (_requests.FailingRate > 0) Failing.Note(since, (double)_requests.FailingRate / Math.Max(_requests.FailingRate, _requests.Rate));
        else Failing.End(since);
    }

    /// <summary>A workload's shortage changed.</summary>
    public void Note(Shortage before, Shortage now)
    {
        ShortWorkloads += (now.IsShort ? 1 : 0) - (before.IsShort ? 1 : 0);
        ShortOfWhole += (now.IsOfWhole ? 1 : 0) - (before.IsOfWhole ? 1 : 0);
    }

    public void ChangeRequests(TimeSpan at, long rate, long failing)
    {
        (_rate, _failing) = (_rate + rate, _failing + failing);
        SetRequests(at);
    }

    /// <summary>Users of federated services count otherwise than the clusters that their tries come to.</summary>
    public void CorrectRequests(TimeSpan at, long rate, long failing)
    {
        _isCorrected = true;
        ChangeRequests(at, rate, failing);
    }

    /// <summary>Two roundings of the same rate may differ.</summary>
    private void SetRequests(TimeSpan at)
    {
        if (_isCorrected) _requests.Set(at, Math.Max(0, _rate), _failing > RoundingMax ? _failing : 0);
        else _requests.Set(at, _rate, _failing);
    }
}

/// <summary>Whether a workload counts as below full strength, in the two views that recovery is measured by.</summary>
internal readonly record struct Shortage(bool IsShort, bool IsOfWhole)
{
    public static Shortage Of(WorkloadLife workload) => new(workload.IsShortForOutage, workload.IsShortOfWhole);
}
