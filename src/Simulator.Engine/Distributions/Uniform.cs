namespace Simulator.Engine;

/// <summary>Every duration between two equally likely.</summary>
/// <exception cref="ArgumentOutOfRangeException">Low is negative, or High is below Low.</exception>
public sealed record Uniform : IDistribution
{
    public Uniform(TimeSpan low, TimeSpan high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        Low = Microseconds.NotNegative(low, nameof(low));
        High = high;
    }

    public TimeSpan Low { get; }

    public TimeSpan High { get; }

    public TimeSpan Mean => (Low + High) / 2;

    public TimeSpan Sample(RandomStream stream) =>
        Microseconds.Round(Low.TotalSeconds + (stream.NextDouble() * (High - Low).TotalSeconds));
}
