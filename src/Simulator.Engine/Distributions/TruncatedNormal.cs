using MathNet.Numerics.Distributions;

namespace Simulator.Engine;

/// <summary>A normal distribution without its negative part.</summary>
/// <param name="Center">Mean before the cut.</param>
/// <param name="Deviation">Standard deviation before the cut; 0 = constant.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is negative.</exception>
public sealed record TruncatedNormal(TimeSpan Center, TimeSpan Deviation) : IDistribution
{
    public TimeSpan Center { get; } = Microseconds.NotNegative(Center, nameof(Center));

    public TimeSpan Deviation { get; } = Microseconds.NotNegative(Deviation, nameof(Deviation));

    /// <summary>Later than <see cref="Center"/>, by what was cut.</summary>
    public TimeSpan Mean
    {
        get
        {
            if (Deviation == TimeSpan.Zero) return Center;
            var cut = Center / Deviation;
            return Center + (Deviation * (Normal.PDF(0, 1, cut) / Normal.CDF(0, 1, cut)));
        }
    }

    // At least half of the draws are kept, because the center is not negative.
    public TimeSpan Sample(RandomStream stream)
    {
        while (true)
        {
            var seconds = Center.TotalSeconds + (Normal.Sample(stream.ForMathNet, 0, 1) * Deviation.TotalSeconds);
            if (seconds >= 0) return Microseconds.Round(seconds);
        }
    }
}
