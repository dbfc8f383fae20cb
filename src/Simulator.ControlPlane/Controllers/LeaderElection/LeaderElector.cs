using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.LeaderElection;

/// <summary>
/// One candidate of an election (pkg/client/leaderelection/leaderelection.go of 1.3.10): it waits for the lease, takes it, renews it, or
/// loses it.
/// </summary>
/// <remarks>A candidate judges by when it has itself seen the record change, never by the times in the record: clocks may differ.</remarks>
public sealed class LeaderElector : IControlLoop
{
    private readonly LeaderElectionOptions _options;
    private readonly ObjectKey _key;
    private readonly string _identity;
    private readonly Func<double> _jitter;
    private readonly HangingRenewals _hanging;
    private readonly RoutineSet _routines = new();
    private LeaderRecord? _observed;
    private Instant _observedAt;
    private Instant _pollFrom;
    private Instant? _next;

    /// <param name="name">Of the election and of its Endpoints object: "kube-scheduler".</param>
    /// <param name="jitter">Draws from 0 to 1.</param>
    public LeaderElector(
        LeaderElectionOptions options, string name, string identity, Instant start, Func<double> jitter,
        HangingRenewals hanging = HangingRenewals.AreAwaited)
    {
        (_options, _identity, _jitter, _hanging) = (options, identity, jitter, hanging);
        (Name, _key, _next) = (name, new ObjectKey("kube-system", name), start);
    }

    public string Name { get; }

    public IReadOnlyList<string> Watches => [];

    public bool IsLeader { get; private set; }

    /// <summary>It led and could not renew in time: the process has to exit.</summary>
    public bool IsLost { get; private set; }

    public Instant? NextWake => _next;

    /// <summary>A leader that has led for long, with its lease just renewed.</summary>
    public static LeaderElector Leading(
        LeaderElectionOptions options, string name, string identity, Instant now, Func<double> jitter, LeaderRecord held,
        HangingRenewals hanging = HangingRenewals.AreAwaited)
    {
        var elector = new LeaderElector(options, name, identity, now, jitter, hanging) { IsLeader = true };
        (elector._observed, elector._observedAt) = (held, now);
        elector.PollFrom(now);
        return elector;
    }

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _routines.Now = now;
        _routines.Complete(response);
    }

    public void Wake(Instant now)
    {
        if (now < _next) return;
        _next = null;
        _routines.Now = now;
        if (IsLeader && EndsAtDeadline && now >= Deadline) Lose();
        else _routines.Start(IsLeader ? Renew(now >= Deadline) : Acquire());
    }

    public void TakeRequests(List<ApiRequest> into) => _routines.TakeRequests(into);

    private bool EndsAtDeadline => _hanging == HangingRenewals.EndAtDeadline;

    private Instant Deadline => _pollFrom + _options.RenewDeadline + (EndsAtDeadline ? _options.RetryPeriod : TimeSpan.Zero);

    private IEnumerator<Wait> Acquire()
    {
        var attempt = new Attempt();
        foreach (var wait in Try(attempt)) yield return wait;
        if (attempt.HasSucceeded)
        {
            IsLeader = true;
            PollFrom(_routines.Now);
        }
        else
        {
            _next = _routines.Now + Jittered();
        }
    }

    /// <summary>A poll every retry period from the last success on, and one last at the deadline.</summary>
    private IEnumerator<Wait> Renew(bool isLast)
    {
        var attempt = new Attempt();
        if (EndsAtDeadline) _next = Deadline;
        foreach (var wait in Try(attempt)) yield return wait;
        if (IsLost) yield break;
        if (attempt.HasSucceeded) PollFrom(_routines.Now);
        else if (isLast) Lose();
        else _next = NextPoll(_routines.Now);
    }

    private void Lose() => (IsLeader, IsLost) = (false, true);

    /// <summary>tryAcquireOrRenew: GET, then create or update if the lease is free or ours.</summary>
    private IEnumerable<Wait> Try(Attempt attempt)
    {
        var now = _routines.Now;
        var get = new Call(new GetRequest("Endpoints", _key));
        yield return get;
        var stored = get.Response.Object as Endpoints;
        if (!get.Response.IsOk && get.Response.Result != ApiResult.NotFound) yield break;
        if (stored is not null) Observe(LeaderRecord.Of(stored));
        if (_observed is { } other && other.Holder != _identity && _observedAt + _options.LeaseDuration > now) yield break;

        var record = NextRecord(now);
        var write = new Call(stored is null
            ? new CreateRequest(record.WrittenTo(new Endpoints
            {
                Metadata = new ObjectMeta { Name = _key.Name, Namespace = _key.Namespace },
            }))
            : new UpdateRequest(record.WrittenTo(stored)));
        yield return write;
        if (!write.Response.IsOk) yield break;
        (_observed, _observedAt) = (record, _routines.Now);
        attempt.HasSucceeded = true;
    }

    private void Observe(LeaderRecord? record)
    {
        if (record == _observed) return;
        (_observed, _observedAt) = (record, _routines.Now);
    }

    private LeaderRecord NextRecord(Instant now)
    {
        var second = now.Ticks / TimeSpan.TicksPerSecond;
        var isOurs = _observed?.Holder == _identity;
        var transitions = _observed is null ? 0 : isOurs ? _observed.Transitions : _observed.Transitions + 1;
        return new LeaderRecord(
            _identity, (long)_options.LeaseDuration.TotalSeconds, isOurs ? _observed!.AcquiredAt : second, second, transitions);
    }

    private void PollFrom(Instant now)
    {
        _pollFrom = now;
        _next = now + _options.RetryPeriod;
    }

    private Instant NextPoll(Instant now)
    {
        var polls = ((now - _pollFrom).Ticks / _options.RetryPeriod.Ticks) + 1;
        var next = _pollFrom + (_options.RetryPeriod * polls);
        return next < Deadline ? next : Deadline > now ? Deadline : now;
    }

    private TimeSpan Jittered() =>
        _options.RetryPeriod + TimeSpan.FromMicroseconds(
            Math.Round(_options.RetryPeriod.TotalMicroseconds * _options.JitterFactor * _jitter()));

    private sealed class Attempt
    {
        public bool HasSucceeded { get; set; }
    }
}
