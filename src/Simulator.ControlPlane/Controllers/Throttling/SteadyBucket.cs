using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Throttling;

/// <summary>
/// A bucket that fills steadily: golang.org/x/time/rate, which took the place of <see cref="TokenBucket"/> in later versions
/// (flowcontrol.NewTokenBucketRateLimiter in client-go).
/// </summary>
public sealed class SteadyBucket
{
    private readonly double _rate;
    private readonly double _burst;
    private double _tokens;
    private Instant? _last;

    /// <param name="qps">Tokens a second, positive; single precision because the rounding of the flag's value shows.</param>
    /// <param name="burst">Capacity; the bucket starts full.</param>
    public SteadyBucket(float qps, int burst)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(qps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(burst);
        (Qps, _rate, _burst) = (qps, qps, burst);
    }

    public float Qps { get; }

    /// <summary>Takes a token if there is one.</summary>
    public bool TryTake(Instant now)
    {
        var tokens = TokensAt(now) - 1;
        if (tokens < 0 && NanosecondsFor(-tokens) > 0) return false;
        (_tokens, _last) = (tokens, now);
        return true;
    }

    /// <summary>The first moment, not before now, at which <see cref="TryTake"/> would succeed if nobody else took a token.</summary>
    public Instant NextTokenAt(Instant now)
    {
        var missing = 1 - TokensAt(now);
        var nanoseconds = missing > 0 ? NanosecondsFor(missing) : 0;
        return now + TimeSpan.FromTicks((nanoseconds + TimeSpan.NanosecondsPerTick - 1) / TimeSpan.NanosecondsPerTick);
    }

    private double TokensAt(Instant now)
    {
        if (_last is not { } last || last > now) return _last is null ? _burst : Math.Min(_burst, _tokens);
        var elapsed = Math.Min((now - last).Ticks * TimeSpan.NanosecondsPerTick, NanosecondsFor(_burst - _tokens));
        return Math.Min(_burst, _tokens + TokensIn(elapsed));
    }

    private long NanosecondsFor(double tokens) => (long)(1e9 * (tokens / _rate));

    /// <summary>Seconds and the rest apart, as the original does to keep rounding errors small.</summary>
    private double TokensIn(long nanoseconds) =>
        (nanoseconds / 1_000_000_000 * _rate) + (nanoseconds % 1_000_000_000 * _rate / 1e9);
}
