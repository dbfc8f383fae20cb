using Simulator.Engine;
using Simulator.World.Specification;
using Simulator.World.Traffic;
using Simulator.World.Traffic.Rates;

namespace Simulator.World.Users;

/// <summary>One population of users: which answers its caches hold, and so where its requests go.</summary>
/// <remarks>
/// Costs an event every 5 s while the caches of many run out, every minute while a few linger, every second while those whose requests fail
/// begin to try elsewhere, and nothing while everything stays as it is.
/// </remarks>
internal sealed class UserGroup : ICallback
{
    private static readonly TimeSpan ShortPiece = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongPiece = TimeSpan.FromMinutes(1);

    private readonly UserSetting _setting;
    private readonly Action<UserGroup> _touch;
    private readonly RateFunction _function;
    private readonly RateNoise? _noise;
    private readonly Ways _ways;
    private readonly Door[] _doors;
    private readonly List<double> _shares = [];
    private readonly Failover _failover;
    private readonly UserTeller _teller;
    private TimeSpan? _rateEnd;
    private TimeSpan _pieceEnd;
    private TimeSpan? _armed;
    private TimerHandle _alarm;
    private double _rate;

    /// <param name="number">Of its doors.</param>
    /// <param name="touch">To be routed anew at the end of this moment.</param>
    public UserGroup(UserSpec spec, int number, UserSetting setting, Action<UserGroup> touch)
    {
        (Spec, _setting, _touch) = (spec, setting, touch);
        _function = new RateFunction(spec.Requests);
        _noise = spec.Requests.Noise > 0 ? new RateNoise(spec.Requests, setting.Stream($"users-noise/{spec.Name}")) : null;
        _ways = new Ways(spec, setting);
        _doors = [.. setting.Clusters.Select(cluster => cluster.Doors[number])];
        _failover = new Failover(spec.Requests.Client, _doors, cluster => setting.IsReached(spec, setting.Clusters[cluster]));
        _teller = new UserTeller(spec, setting, _doors);
        History = new AnswerHistory(spec.Caches, spec.Ttl);
        Tally = new UserTally(_doors.Length);
        foreach (var door in _doors) door.Told += () => touch(this);
    }

    public UserSpec Spec { get; }

    public AnswerHistory History { get; }

    public UserTally Tally { get; }

    /// <summary>It waits for the end of the moment.</summary>
    public bool IsTouched { get; set; }

    private TimeSpan Now => _setting.Simulation.Now;

    public void Begin()
    {
        ReadRate();
        Ask();
        _failover.Begin();
        Route();
    }

    /// <summary>What whoever asks now is told may be something else.</summary>
    public void Ask()
    {
        var answer = Spec.Cluster.Length > 0
            ? _setting.Clusters.First(cluster => cluster.Name == Spec.Cluster).Dns.Ask(_setting.Zone, Spec.Service)
            : Resolver.Ask(_setting.Zone, AskedName.Of(Spec, _setting));
        if (!History.Add(answer, Now)) return;
        _pieceEnd = Now;
        _teller.TellAnswer(History.Current);
        _touch(this);
    }

    /// <summary>Sends what it has to send, and tells what becomes of it.</summary>
    public void Route()
    {
        if (Now >= _pieceEnd) Divide();
        _failover.Advance(Now);
        Tally.Clear();
        Tally.Requests = _rate;
        for (var i = 0; i < History.Count; i++) Send(History.All[i].Answer, _rate * _shares[i]);
        for (var i = 0; i < _doors.Length; i++) _doors[i].Send(Tally.Sent[i]);
        _teller.Tell(Tally);
        Plan();
    }

    public void End() => _teller.End();

    void ICallback.Invoke(long payload)
    {
        _armed = null;
        if (_rateEnd <= Now) ReadRate();
        _touch(this);
    }

    private void ReadRate()
    {
        _rateEnd = _function.From(Now, out var rate);
        _noise?.Draw(Now);
        _rate = rate * (_noise?.Factor ?? 1);
    }

    /// <summary>A piece of time has the shares of its middle.</summary>
    private void Divide()
    {
        History.Shares(Now, _shares);
        History.Forget(_shares);
        var piece = !History.IsDraining ? TimeSpan.Zero
            : Now == History.All[^1].Since ? Failover.Piece
            : Now < History.StraightUntil ? ShortPiece : LongPiece;
        _pieceEnd = History.IsDraining ? Now + piece : TimeSpan.MaxValue;
        History.Shares(Now + (piece / 2), _shares);
    }

    private void Send(Answer answer, double perSecond)
    {
        if (perSecond <= 0) return;
        var isStale = !answer.LeadsWhere(History.Current);
        if (isStale) Tally.Stale += perSecond;
        foreach (var way in _ways.Of(answer)) _failover.Walk(way, perSecond * way.Share, isStale, Tally);
    }

    private void Plan()
    {
        var next = _rateEnd;
        if (History.IsDraining && !(next <= _pieceEnd)) next = _pieceEnd;
        if (!_failover.IsSettled && !(next <= Now + Failover.Piece)) next = Now + Failover.Piece;
        if (next == _armed) return;
        if (_armed is not null && next is not null && _armed <= next) return;
        if (_armed is not null) _setting.Simulation.Cancel(_alarm);
        _armed = next;
        if (next is { } at) _alarm = _setting.Simulation.ScheduleAt(at, this);
    }
}
