namespace Simulator.Reports.Measures;

/// <summary>
/// Requests and failures under a rate that changes in steps, and the minute of the run in which the largest share failed.
/// </summary>
public struct RequestCount
{
    private const double Minute = 60;

    private double _since;
    private double _minuteRequests;
    private double _minuteFailed;

    public RequestCount()
    {
    }

    /// <summary>Up to the last change.</summary>
    public double Requests { get; private set; }

    public double Failed { get; private set; }

    /// <summary>Thousandths of requests a second, now.</summary>
    public long Rate { get; private set; }

    public long FailingRate { get; private set; }

    /// <summary>Share of requests that were answered in the worst full or part minute; 1 without requests.</summary>
    public double WorstMinute { get; private set; } = 1;

    /// <summary>When the worst minute began, in seconds since the start of the run.</summary>
    public double WorstMinuteAt { get; private set; }

    /// <summary>Still in long queues when the run ended.</summary>
    public double Waiting { get; init; }

    public readonly double Answered => Requests > 0 ? Math.Max(0, 1 - ((Failed + Waiting) / Requests)) : 1;

    /// <summary>The rates are others from a moment on.</summary>
    public void Set(TimeSpan at, long rate, long failing)
    {
        MoveTo(at.TotalSeconds);
        (Rate, FailingRate) = (rate, failing);
    }

    /// <summary>The run is over: the minute that has begun counts too.</summary>
    public readonly RequestCount EndedAt(TimeSpan at)
    {
        var ended = this;
        ended.MoveTo(at.TotalSeconds);
        ended.CloseMinute(Math.Floor(ended._since / Minute) * Minute);
        return ended;
    }

    private void MoveTo(double at)
    {
        while (_since < at)
        {
            var start = Math.Floor(_since / Minute) * Minute;
            var until = Math.Min(at, start + Minute);

            // Whole minutes at one rate are all alike: the first stands for them.
            if (_since == start && at >= start + (2 * Minute)) until = Math.Floor(at / Minute) * Minute;
            Add(until - _since);
            _since = until;
            if (until >= start + Minute) CloseMinute(start);
        }
    }

    private void Add(double seconds)
    {
        var (requests, failed) = (Rate * seconds / 1000, FailingRate * seconds / 1000);
        (Requests, Failed) = (Requests + requests, Failed + failed);
        (_minuteRequests, _minuteFailed) = (_minuteRequests + requests, _minuteFailed + failed);
    }

    private void CloseMinute(double start)
    {
        if (_minuteRequests > 0 && 1 - (_minuteFailed / _minuteRequests) is var answered && answered < WorstMinute)
        {
            (WorstMinute, WorstMinuteAt) = (answered, start);
        }
        (_minuteRequests, _minuteFailed) = (0, 0);
    }
}
