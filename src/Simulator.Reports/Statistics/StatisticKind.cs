namespace Simulator.Reports.Statistics;

/// <summary>How the values of a measure lie over many runs, which decides how an interval is made of them.</summary>
public enum StatisticKind
{
    /// <summary>Near enough to a bell that Student's t holds: shares, counts, sums over many pods.</summary>
    Mean,

    /// <summary>With a long tail to one side, as percentiles, maxima and times of recovery have: the bootstrap holds.</summary>
    Skewed,
}
