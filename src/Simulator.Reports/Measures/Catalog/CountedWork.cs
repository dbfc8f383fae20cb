using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Catalog;

/// <summary>
/// What a run costs the simulator, counted and not timed, so that it is the same on any machine: a change that makes the program slower
/// is to fail where a change that makes a cluster worse does. Comparisons take it from where the run's digest stands.
/// </summary>
public static class CountedWork
{
    /// <summary>Events of the engine.</summary>
    public const string Name = "events";

    public static Stake Stake { get; } = new(Better.Lower, 0.02, 100, 0, StatisticKind.Mean);
}
