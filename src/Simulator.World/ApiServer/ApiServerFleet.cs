using Simulator.World.Etcd;
using Simulator.World.Specification;

namespace Simulator.World.ApiServer;

/// <summary>
/// The API servers of a cluster as calls meet them: which one takes a call, how long it takes there, whether it is refused.
/// </summary>
/// <remarks>
/// A call costs one event, that of its answer. Arrivals are settled in their order whenever something looks: that is exact, because nothing
/// changes between looks. Up to <see cref="ApiServerOptions.CallsAtFullSpeed"/> in flight a call takes its own time, beyond that servers
/// share their processors: with n in flight it takes n / CallsAtFullSpeed times as long.
/// </remarks>
public sealed class ApiServerFleet
{
    /// <summary>A server that has hung has worked off so soon what waited in its sockets (measured on 1.3.10: 57 status writes).</summary>
    public static readonly TimeSpan Backlog = TimeSpan.FromMilliseconds(150);

    private readonly ApiServerOptions _options;
    private readonly ApiServerReplica[] _replicas;
    private readonly PriorityQueue<ApiCall, (TimeSpan At, long Order)> _coming = new();
    private readonly Queue<ApiCall> _parked = [];
    private readonly List<ApiCall> _held = [];
    private long _order;
    private int _clients;

    public ApiServerFleet(ApiServerOptions options, int replicas = 1)
    {
        _options = options;
        _replicas = [.. Enumerable.Range(0, replicas).Select(_ => new ApiServerReplica())];
    }

    /// <summary>A server was lost: connections to it break.</summary>
    public event Action<ApiServerReplica>? ServerLost;

    /// <summary>A server hangs, or goes on; the events of its watches wait.</summary>
    public event Action<ApiServerReplica>? FrozenChanged;

    /// <summary>A server answers again.</summary>
    public event Action? ServerStarted;

    public IReadOnlyList<ApiServerReplica> Replicas => _replicas;

    public bool AnyUp => Array.Exists(_replicas, replica => replica.IsUp);

    /// <summary>Some server runs and does not hang.</summary>
    public bool AnyAnswers => Array.Exists(_replicas, replica => replica is { IsUp: true, IsFrozen: false });

    /// <summary>Null: a store that always answers.</summary>
    public EtcdQuorum? Etcd { get; init; }

    /// <summary>Requests in flight that nobody sends as an event: the heartbeats of the nodes, on average.</summary>
    public double Background { get; set; }

    internal SlowCalls Slow { get; } = new();

    public bool IsStoreReady => Etcd?.IsReady ?? true;

    public void Start(ApiServerReplica replica, TimeSpan now)
    {
        if (replica.IsUp) return;
        Settle(now);
        replica.Start();
        ServerStarted?.Invoke();
    }

    public void Stop(ApiServerReplica replica, TimeSpan now)
    {
        if (!replica.IsUp) return;
        Settle(now);
        replica.Stop();
        foreach (var call in _parked.Where(call => call.Replica == replica).ToList()) call.Resume();
        Slow.Break(replica);
        Release(replica);
        ServerLost?.Invoke(replica);
    }

    /// <summary>What has arrived waits, and so does what arrives.</summary>
    public void Freeze(ApiServerReplica replica, TimeSpan now)
    {
        if (replica is not { IsUp: true, IsFrozen: false }) return;
        Settle(now);
        replica.IsFrozen = true;
        FrozenChanged?.Invoke(replica);
    }

    /// <summary>All that waits is worked on at once.</summary>
    public void Thaw(ApiServerReplica replica, TimeSpan now)
    {
        if (!replica.IsFrozen) return;
        Settle(now);
        replica.IsFrozen = false;
        Release(replica);
        FrozenChanged?.Invoke(replica);
    }

    /// <summary>Everything takes so many times as long there as at its best; what it works on goes on at that pace.</summary>
    public void SetSlowness(ApiServerReplica replica, double factor, TimeSpan now)
    {
        Settle(now);
        Slow.Pace(replica, factor / replica.Slowness);
        replica.Slowness = factor;
    }

    /// <summary>Etcd commits at another pace.</summary>
    /// <param name="times">How many times as long as until now.</param>
    public void PaceCommits(double times) => Slow.Pace(Etcd!, times);

    /// <summary>Clients are dealt out to the servers in turn.</summary>
    internal int NewClient() => _clients++;

    /// <summary>The server that a client's connections go to: its own, or the next one that lives; null if none does.</summary>
    internal ApiServerReplica? ServerOf(int client)
    {
        for (var i = 0; i < _replicas.Length; i++)
        {
            var replica = _replicas[(client + i) % _replicas.Length];
            if (replica.IsUp) return replica;
        }

        return null;
    }

    internal void Announce(ApiCall call, TimeSpan now)
    {
        if (call.ArrivesAt > now)
        {
            _coming.Enqueue(call, (call.ArrivesAt, _order++));
            return;
        }

        Settle(now);
        Take(call);
    }

    /// <summary>Lets in what has arrived up to now.</summary>
    internal void Settle(TimeSpan now)
    {
        while (_coming.TryPeek(out var call, out var due) && due.At <= now)
        {
            _coming.Dequeue();
            Take(call);
        }
    }

    /// <summary>Keeps a call that waits for etcd.</summary>
    internal void Park(ApiCall call)
    {
        while (_parked.TryPeek(out var oldest) && !oldest.IsParked) _parked.Dequeue();
        _parked.Enqueue(call);
    }

    /// <summary>Keeps a call whose server hangs.</summary>
    internal void Hold(ApiCall call) => _held.Add(call);

    /// <summary>Etcd answers again.</summary>
    internal void Unpark()
    {
        while (_parked.TryDequeue(out var call)) call.Resume();
    }

    private void Release(ApiServerReplica replica)
    {
        var released = _held.FindAll(call => call.Replica == replica);
        _held.RemoveAll(call => call.Replica == replica);
        foreach (var call in released) call.GoOn();
    }

    private void Take(ApiCall call)
    {
        if (!call.IsWanted || call.IsKept()) return;
        if (ServerOf(call.ClientNumber) is not { } replica || !call.CanReach)
        {
            call.Fate = ApiCallFate.Refused;
            return;
        }

        if (replica.InFlight >= _options.MaxRequestsInflight && !replica.IsFrozen)
        {
            call.Fate = ApiCallFate.TooMany;
            return;
        }

        replica.InFlight++;
        var load = (replica.InFlight + (Background / _replicas.Length)) / _options.CallsAtFullSpeed;
        call.TakenBy(replica, replica.Slowness * Math.Max(1, load));
    }
}
