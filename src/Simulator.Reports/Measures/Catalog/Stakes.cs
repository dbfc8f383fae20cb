using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Catalog;

/// <summary>
/// What is at stake in each family of measures, where nobody says otherwise. Judgements of this project; a thresholds file of
/// <c>simulator compare</c> replaces them.
/// </summary>
internal static class Stakes
{
    /// <summary>Shares near 1: five of ten thousand requests or replica-seconds are worth a word.</summary>
    public static Stake Available { get; } = new(Better.Higher, 0, 0.0005, 0.000001, StatisticKind.Skewed);

    /// <summary>What happens within seconds: starts of pods, mounts.</summary>
    public static Stake Quick { get; } = new(Better.Lower, 0.05, 0.1, 0.01, StatisticKind.Skewed);

    /// <summary>What takes minutes: noticing, evicting, scaling.</summary>
    public static Stake Sooner { get; } = new(Better.Lower, 0.05, 5, 0.1, StatisticKind.Skewed);

    /// <summary>The same; absent, it never came to that, although there was an outage.</summary>
    public static Stake Recovered { get; } = Sooner with { IsFailureIfAbsent = true };

    /// <summary>How long users wait for an answer.</summary>
    public static Stake Answered { get; } = new(Better.Lower, 0.05, 0.005, 0.0005, StatisticKind.Skewed);

    /// <summary>What should not be at all: one in ten runs is too many.</summary>
    public static Stake Never { get; } = new(Better.Lower, 0, 0.1, 0, StatisticKind.Mean);

    /// <summary>A share of the data that is gone.</summary>
    public static Stake LostData { get; } = new(Better.Lower, 0, 0.0001, 0.000001, StatisticKind.Skewed);

    /// <summary>Mishaps of pods and nodes, which some runs have by chance.</summary>
    public static Stake Fewer { get; } = new(Better.Lower, 0.1, 1, 0.5, StatisticKind.Mean);

    /// <summary>Requests that were not answered as they should be.</summary>
    public static Stake Refused { get; } = new(Better.Lower, 0.05, 10, 0.5, StatisticKind.Skewed);

    /// <summary>What users miss, in replica-seconds: less than a minute of one replica is nothing.</summary>
    public static Stake LessLost { get; } = new(Better.Lower, 0.05, 60, 1, StatisticKind.Skewed);

    public static Stake Cheaper { get; } = new(Better.Lower, 0.005, 0.01, 0.0001, StatisticKind.Mean);

    public static Stake Leaner { get; } = new(Better.Lower, 0, 0.01, 0.000001, StatisticKind.Mean);

    /// <summary>Hours of machines and pods, kilowatt-hours.</summary>
    public static Stake Frugal { get; } = new(Better.Lower, 0.01, 0.1, 0.001, StatisticKind.Mean);

    public static Stake Fact { get; } = new(Better.Neither, 0.05, 1, 0.5, StatisticKind.Mean);

    public static Stake FactOfShare { get; } = new(Better.Neither, 0, 0.02, 0.000001, StatisticKind.Mean);
}
