using Simulator.Engine;

namespace Simulator.Scenarios.Generators;

/// <summary>Draws from one stream, in words that read like a generator.</summary>
internal sealed class Dice(RandomStream stream)
{
    public bool Chance(double share) => stream.NextDouble() < share;

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + stream.NextInt(most - least + 1);

    public T Of<T>(params IReadOnlyList<T> values) => values[stream.NextInt(values.Count)];

    /// <summary>Whole seconds, both ends included.</summary>
    public TimeSpan Seconds(int least, int most) => TimeSpan.FromSeconds(Between(least, most));

    /// <summary>A duration that is fixed, uniform or exponential.</summary>
    public IDistribution Lasting(int least, int most) => Between(0, 2) switch
    {
        0 => new Constant(Seconds(least, most)),
        1 => new Uniform(TimeSpan.FromSeconds(least), Seconds(least, most)),
        _ => new Exponential(Seconds(least, most)),
    };
}
