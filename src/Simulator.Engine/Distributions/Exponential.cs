namespace Simulator.Engine;

/// <summary>Durations without memory: times between independent arrivals, times to failure.</summary>
/// <exception cref="ArgumentOutOfRangeException">The mean is negative.</exception>
public sealed record Exponential(TimeSpan Mean) : IDistribution
{
    public TimeSpan Mean { get; } = Microseconds.NotNegative(Mean, nameof(Mean));

    /// <param name="perSecond">Events per second, above 0.</param>
    public static Exponential OfRate(double perSecond) => new(TimeSpan.FromSeconds(1 / perSecond));

    public TimeSpan Sample(RandomStream stream) =>
        Microseconds.Round(MathNet.Numerics.Distributions.Exponential.Sample(stream.ForMathNet, 1) * Mean.TotalSeconds);
}
