using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Throttling;

/// <summary>
/// The rate limiter of every client and of both eviction queues: juju/ratelimit as vendored in 1.3.10
/// (flowcontrol.NewTokenBucketRateLimiter).
/// </summary>
/// <remarks>
/// Its ticks are aligned to its creation, not to the last take, and a bucket that was full does not advance its tick mark:
/// after an idle time the first take is followed by an immediate refill. The fill interval is whole nanoseconds of a
/// single-precision rate: 0.1 a second is one token every 9,999,999,850 ns.
/// </remarks>
public sealed class TokenBucket
{
    private const double RateMargin = 0.01;
    private const long NanosecondsPerTick = TimeSpan.NanosecondsPerTick;

    private readonly Instant _created;
    private readonly long _capacity;
    private readonly long _fillNanoseconds;
    private readonly long _quantum;
    private long _available;
    private long _availableTick;

    /// <param name="qps">Tokens a second, positive; single precision because the rounding of the flag's value shows.</param>
    /// <param name="burst">Capacity; the bucket starts full.</param>
    public TokenBucket(float qps, int burst, Instant created)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(qps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(burst);
        _created = created;
        _capacity = burst;
        _available = burst;
        (_fillNanoseconds, _quantum) = FillOf(qps);
    }

    /// <summary>Takes a token if there is one.</summary>
    public bool TryTake(Instant now)
    {
        Refill(now);
        if (_available <= 0) return false;
        _available--;
        return true;
    }

    /// <summary>Takes the next free token, if need be of the future, and returns how long the caller has to wait for it.</summary>
    public TimeSpan Take(Instant now)
    {
        var tick = Refill(now);
        _available--;
        return _available >= 0 ? TimeSpan.Zero : MomentOf(tick + Ticks(-_available)) - now;
    }

    /// <summary>The first moment, not before now, at which <see cref="TryTake"/> would succeed if nobody else took a token.</summary>
    /// <remarks>Only looks: a refill in between would show in later takes.</remarks>
    public Instant NextTokenAt(Instant now)
    {
        var tick = TickAt(now);
        var available = AvailableAt(tick);
        return available > 0 ? now : MomentOf(tick + Ticks(1 - available));
    }

    private long Refill(Instant now)
    {
        var tick = TickAt(now);
        if (_available >= _capacity) return tick;
        _available = AvailableAt(tick);
        _availableTick = tick;
        return tick;
    }

    private long TickAt(Instant now) => (now - _created).Ticks * NanosecondsPerTick / _fillNanoseconds;

    private long AvailableAt(long tick) => Math.Min(_capacity, _available + ((tick - _availableTick) * _quantum));

    private long Ticks(long tokens) => (tokens + _quantum - 1) / _quantum;

    /// <summary>Rounded up: a caller that wakes then finds the token.</summary>
    private Instant MomentOf(long tick) =>
        _created + TimeSpan.FromTicks(((tick * _fillNanoseconds) + NanosecondsPerTick - 1) / NanosecondsPerTick);

    /// <summary>The smallest number of tokens a tick whose whole-nanosecond interval gives the rate within 1 %.</summary>
    private static (long FillNanoseconds, long Quantum) FillOf(double rate)
    {
        for (var quantum = 1L; quantum < 1L << 50; quantum = Math.Max(quantum + 1, quantum * 11 / 10))
        {
            var fill = (long)(1e9 * quantum / rate);
            if (fill <= 0) continue;
            if (Math.Abs((1e9 * quantum / fill) - rate) / rate <= RateMargin) return (fill, quantum);
        }

        throw new ArgumentOutOfRangeException(nameof(rate), rate, "No fill interval gives this rate.");
    }
}
