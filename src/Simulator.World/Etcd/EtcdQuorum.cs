using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Etcd;

/// <summary>
/// Which members of an etcd cluster live, and who leads them. Heartbeats between members are arithmetic: only a loss or a return is an
/// event.
/// </summary>
/// <remarks>Every member that lives under a leader holds all writes; one that was away holds those up to its end, and catches up once there
/// is a leader.</remarks>
public sealed class EtcdQuorum
{
    private readonly Simulation _simulation;
    private readonly EtcdOptions _options;
    private readonly RandomStream _elections;
    private readonly Func<long> _revision;
    private readonly Member[] _members;
    private TimerHandle _election;
    private Member? _leader;
    private Member? _frozenLeader;
    private bool _isElecting;

    /// <param name="revision">Of the newest write.</param>
    public EtcdQuorum(Simulation simulation, EtcdOptions options, int members, RandomStream elections, Func<long> revision)
    {
        (_simulation, _options, _elections, _revision) = (simulation, options, elections, revision);
        _members = [.. Enumerable.Range(0, members).Select(_ => new Member())];
        _leader = _members[0];
    }

    /// <summary>The leader is lost, or a new one is elected.</summary>
    public event Action? LeaderChanged;

    /// <summary>Commits that are waited for take so many times as long from now on.</summary>
    public event Action<double>? PaceChanged;

    /// <summary>Index of the leader; null during an election and without a majority.</summary>
    public int? Leader => _leader is null ? null : Array.IndexOf(_members, _leader);

    /// <summary>Writes, and reads that must not be stale, are answered.</summary>
    public bool IsReady => _leader is not null;

    public bool HasMajority => _members.Count(member => member.IsUp) > _members.Length / 2;

    public TimeSpan RequestTimeout => _options.RequestTimeout;

    /// <summary>
    /// What slow members add to a write: a commit waits for the leader and for the fastest of the others that make a majority.
    /// </summary>
    public TimeSpan CommitDelay { get; private set; }

    public void Start(int member)
    {
        var (started, hadMajority) = (_members[member], HasMajority);
        if (started.IsUp) return;
        started.IsUp = true;
        if (!hadMajority && HasMajority) BeginElection();
        Weigh();
    }

    public void Stop(int member)
    {
        var stopped = _members[member];
        if (!stopped.IsUp) return;
        if (IsReady) stopped.LastRevision = _revision();
        var lead = stopped == _leader;
        stopped.IsUp = false;
        if (!HasMajority) LoseLeader();
        else if (lead) BeginElection();
        Weigh();
    }

    /// <summary>
    /// A member that hangs is as good as stopped for the others; if nobody could be elected meanwhile, it leads on when it is back.
    /// </summary>
    public void Freeze(int member)
    {
        var led = _members[member] == _leader;
        Stop(member);
        if (led && _leader is null) _frozenLeader = _members[member];
    }

    public void Thaw(int member)
    {
        var thawed = _members[member];
        if (thawed.IsUp) return;
        thawed.IsUp = true;
        if (_leader is null && HasMajority && _frozenLeader is { IsUp: true } leader) Resume(leader);
        else if (_leader is null && HasMajority && !_isElecting) BeginElection();
        Weigh();
    }

    /// <summary>A member's disk takes so many times as long as usual.</summary>
    public void SetSlowness(int member, double factor)
    {
        _members[member].Slowness = factor;
        Weigh();
    }

    private void BeginElection()
    {
        LoseLeader();
        _isElecting = true;
        var timeouts = 1 + _elections.NextDouble();
        _election =
            _simulation.Schedule(Microseconds.Of(_options.ElectionTimeout.TotalMicroseconds * timeouts), Elect);
    }

    private void LoseLeader()
    {
        _simulation.Cancel(_election);
        _isElecting = false;
        if (_leader is null) return;
        foreach (var member in _members.Where(member => member.IsUp)) member.LastRevision = _revision();
        _leader = null;
        LeaderChanged?.Invoke();
    }

    /// <summary>Only a member with the newest log is voted for (raft, section 5.4.1): nothing that was committed is lost.</summary>
    private void Elect()
    {
        (_isElecting, _frozenLeader) = (false, null);
        var newest = _members.Where(member => member.IsUp).Max(member => member.LastRevision);
        var candidates = _members.Where(member => member.IsUp && member.LastRevision == newest).ToList();
        _leader = candidates[_elections.NextInt(candidates.Count)];
        Weigh();
        LeaderChanged?.Invoke();
    }

    /// <summary>Nobody has voted since.</summary>
    private void Resume(Member leader)
    {
        _simulation.Cancel(_election);
        (_isElecting, _frozenLeader, _leader) = (false, null, leader);
        LeaderChanged?.Invoke();
    }

    private void Weigh()
    {
        if (_leader is null) return;
        var others = _members.Where(member => member.IsUp && member != _leader).Select(member => member.Slowness).Order().ToList();
        var needed = _members.Length / 2;
        var slowness = needed == 0 ? _leader.Slowness : Math.Max(_leader.Slowness, others[needed - 1]);
        var before = CommitDelay;
        CommitDelay = Microseconds.Of(_options.CommitLatency.TotalMicroseconds * (slowness - 1));
        if (before > TimeSpan.Zero && CommitDelay != before) PaceChanged?.Invoke(CommitDelay / before);
    }

    private sealed class Member
    {
        public bool IsUp { get; set; } = true;

        public double Slowness { get; set; } = 1;

        /// <summary>How far its log reached when it, or the leader, was lost.</summary>
        public long LastRevision { get; set; }
    }
}
