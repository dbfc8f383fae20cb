using Simulator.Engine;

namespace Simulator.World.Traffic.Serving;

/// <summary>What the requests to one service do to its pods, and these to the requests.</summary>
/// <remarks>
/// Costs an event a second or less while a queue is on its way or retries come and go, and nothing while everything stays as it is.
/// </remarks>
internal sealed class ServiceLoad : ICallback
{
    private const long ToTell = 1;

    private static readonly TimeSpan TickMin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TickMax = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Changes come in flurries, one for each proxy that learns of them: after the first of them latencies are told anew this much later,
    /// for working them out takes longer than all else.
    /// </summary>
    private static readonly TimeSpan Flurry = TimeSpan.FromMilliseconds(250);

    /// <summary>Nobody calls what comes later an answer: such a queue is told at the end of a run.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(30);

    private readonly TrafficRouter _router;
    private readonly ServiceTraffic _service;
    private readonly IReadOnlyList<Flow> _flows;
    private readonly LoadDealer _dealer;
    private readonly PodGroups _groups;
    private readonly LatencyTeller _teller;
    private readonly Func<PodGroup, double> _to;
    private TimeSpan _at;
    private TimeSpan _movingSince;
    private bool _isTicking;
    private TimeSpan? _toldAt;
    private bool _isToTell;

    public ServiceLoad(TrafficRouter router, ServiceTraffic service, IReadOnlyList<Flow> flows)
    {
        (_router, _service, _flows) = (router, service, flows);
        (_dealer, _groups) = (new LoadDealer(router, service), new PodGroups(service));
        _to = To;
        _teller = new LatencyTeller(router.Log, service.Key.ToString());
        (_at, _movingSince) = (router.Simulation.Now, router.Simulation.Now);
    }

    /// <summary>Requests a second that come to one pod of a group from here.</summary>
    public double To(PodGroup group)
    {
        var sum = 0.0;
        for (var flow = 0; flow < _flows.Count; flow++) sum += _flows[flow].Tries * group.Weights[flow];
        return sum;
    }

    /// <summary>Of all answers now, which meet the same pods; null: nothing has been told.</summary>
    public Latencies? Latencies => _teller.Now;

    /// <param name="isStale">Who sends to whom may have changed.</param>
    public void Update(bool isStale)
    {
        var now = _router.Simulation.Now;
        var seconds = (now - _at).TotalSeconds;
        _teller.Advance(seconds);
        foreach (var group in _groups.All) group.AdvanceTo(now);
        _at = now;
        if (isStale) Deal(now);
        for (var index = 0; index < _flows.Count; index++) Retry(_flows[index], index, seconds);
        foreach (var group in _groups.All) group.Change(To(group) + group.FromOthers);
        for (var index = 0; index < _flows.Count; index++) Judge(_flows[index], index);
        Tell(now);
        _router.Shares.OnChanged(_groups.All);
        Plan(now);
    }

    /// <summary>The last word at the end of a run.</summary>
    public void End()
    {
        var now = _router.Simulation.Now;
        _teller.Advance((now - _at).TotalSeconds);
        foreach (var group in _groups.All) group.AdvanceTo(now);
        _at = now;
        _teller.End(_groups.All.Sum(Backlog));
    }

    /// <summary>
    /// What waits at its pods for somebody, if they need longer for it than <see cref="LongWait"/>: who has given up has failed already.
    /// </summary>
    private double Backlog(PodGroup group)
    {
        var waiting = group.Pod.MeanWaiting;
        return waiting > group.Pod.Queue.Capacity * LongWait.TotalSeconds ? waiting * group.Members.Count * PatientShare(group) : 0;
    }

    /// <summary>Of the tries that come to a group, those of clients that never give up.</summary>
    private double PatientShare(PodGroup group)
    {
        var (all, patient) = (0.0, 0.0);
        for (var index = 0; index < _flows.Count; index++)
        {
            var tries = _flows[index].Tries * group.Weights[index];
            all += tries;
            if (_flows[index].Client.Timeout is null) patient += tries;
        }

        return all > 0 ? patient / all : 1;
    }

    void ICallback.Invoke(long payload)
    {
        if (payload == ToTell) _isToTell = false;
        else _isTicking = false;
        _router.Touch(_service);
    }

    private void Tell(TimeSpan now)
    {
        if (_toldAt is { } before && now - before < Flurry)
        {
            if (_isToTell) return;
            _isToTell = true;
            _router.Simulation.Schedule(before + Flurry - now, this, ToTell);
            return;
        }

        _toldAt = now;
        _teller.Tell(_groups.All, _to, _flows[0].Client);
    }

    private void Deal(TimeSpan now)
    {
        _dealer.Deal(_flows);
        _groups.Deal(_dealer, now);
    }

    private void Retry(Flow flow, int index, double seconds)
    {
        if (flow.Retries is not { } loop) return;
        var (failing, late) = FailingShares(flow, index);
        var pause = flow.Client.RetryAfter.TotalSeconds;
        if (failing > 0 && flow.Client.Timeout is { } timeout) pause += timeout.TotalSeconds * late / failing;
        loop.Advance(flow.Rate, failing, pause, seconds);
    }

    private void Judge(Flow flow, int index)
    {
        var (failing, late) = FailingShares(flow, index);
        flow.FailingShare = failing;
        flow.Answered = flow.Tries * (1 - failing + late);
        flow.Failing = flow.Retries?.FailingAt(failing) ?? (flow.Rate * failing);
    }

    /// <summary>Of the tries of a flow: all that fail, and those of them that are too late.</summary>
    private (double Failing, double Late) FailingShares(Flow flow, int index)
    {
        var (lost, late) = (flow.UnreachableShare, 0.0);
        foreach (var group in _groups.All)
        {
            var share = group.Weights[index] * group.Members.Count;
            if (share <= 0) continue;
            var loss = group.Pod.LossShare;
            lost += share * loss;
            late += share * (1 - loss) * group.Profile.Latencies.LateShare(group.Pod, flow.Client);
        }

        return (Math.Min(1, lost + late), late);
    }

    private void Plan(TimeSpan now)
    {
        var isRetrying = IsRetrying;
        if (!_groups.AreMoving && !isRetrying)
        {
            _movingSince = now;
            return;
        }

        if (_isTicking) return;
        _isTicking = true;
        var tick = (now - _movingSince) / 30;
        _router.Simulation.Schedule(tick < TickMin || isRetrying ? TickMin : tick > TickMax ? TickMax : Whole(tick), this);
    }

    private bool IsRetrying
    {
        get
        {
            for (var i = 0; i < _flows.Count; i++)
            {
                if (_flows[i].Retries is { IsSettled: false }) return true;
            }

            return false;
        }
    }

    private static TimeSpan Whole(TimeSpan span) => TimeSpan.FromSeconds(Math.Floor(span.TotalSeconds));
}
