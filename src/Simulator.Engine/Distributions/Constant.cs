namespace Simulator.Engine;

/// <summary>Always the same duration; draws nothing.</summary>
/// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
public sealed record Constant(TimeSpan Value) : IDistribution
{
    public TimeSpan Value { get; } = Microseconds.NotNegative(Value, nameof(Value));

    public TimeSpan Mean => Value;

    public TimeSpan Sample(RandomStream stream) => Microseconds.Round(Value.TotalSeconds);
}
