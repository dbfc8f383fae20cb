namespace Simulator.ControlPlane.Federation.Services;

/// <summary>5 s, doubling up to 5 min (nextRetryDelay and its like in servicecontroller.go of 1.3.10).</summary>
internal sealed class RetryDelay
{
    private static readonly TimeSpan Min = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(300);

    private TimeSpan _last;

    public TimeSpan Next()
    {
        _last *= 2;
        return _last = _last < Min ? Min : _last > Max ? Max : _last;
    }

    public void Reset() => _last = TimeSpan.Zero;
}
