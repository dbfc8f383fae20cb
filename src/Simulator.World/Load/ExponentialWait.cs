namespace Simulator.World.Load;

/// <summary>
/// M/M/c: who waits, waits for an exponential time. Service times of another spread (M/G/c) stretch it so that its mean is that of Allen
/// and Cunneen, which is an approximation.
/// </summary>
public sealed class ExponentialWait : WaitLaw
{
    private readonly double _perSecond;

    public ExponentialWait(in PodQueue queue, double perSecond)
    {
        Share = Erlang.Waiting(perSecond * queue.ServiceSeconds, queue.Servers);
        var stretch = (1 + (queue.Times.Variation * queue.Times.Variation)) / 2;
        Rate = (queue.Capacity - perSecond) / stretch;
        _perSecond = perSecond;
    }

    /// <summary>Share of requests that wait.</summary>
    public double Share { get; }

    /// <summary>One over the mean wait of those, per second.</summary>
    public double Rate { get; }

    public override double MeanWaiting => _perSecond * Share / Rate;

    public override double VarianceWaiting => Variance(MeanWaiting, Share);

    public override double Above(double seconds) => Share * Math.Exp(-Rate * seconds);
}
