namespace Simulator.Engine;

/// <summary>A distribution of durations, as a value: it holds no generator and no state.</summary>
public interface IDistribution
{
    /// <summary>The expected value of the formula, before samples are rounded.</summary>
    TimeSpan Mean { get; }

    /// <summary>A duration of at least zero, in whole microseconds.</summary>
    TimeSpan Sample(RandomStream stream);
}
