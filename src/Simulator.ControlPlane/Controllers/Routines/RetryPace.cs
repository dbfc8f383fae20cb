namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>How soon a key whose sync has failed comes again: doubling delays a key, and a rate for all keys together.</summary>
/// <param name="Qps">Of all failed keys together; 0 = as many as fail.</param>
internal sealed record RetryPace(TimeSpan First, TimeSpan Longest, float Qps, int Burst)
{
    /// <summary>Of most controllers (DefaultControllerRateLimiter in default_rate_limiters.go of client-go).</summary>
    public static readonly RetryPace Usual = new(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(1000), 10, 100);

    /// <summary>A key's own delay after so many failures in a row, the last included (ItemExponentialFailureRateLimiter).</summary>
    public TimeSpan DelayAfter(int failures) =>
        TimeSpan.FromTicks((long)Math.Min(First.Ticks * Math.Pow(2, failures - 1), Longest.Ticks));
}
