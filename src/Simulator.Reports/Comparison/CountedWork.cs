using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison;

/// <summary>
/// What a run costs the simulator, counted and not timed, so that it is the same on any machine. No measure of the scenario.
/// </summary>
public static class CountedWork
{
    /// <summary>Events of the engine.</summary>
    public const string Name = "events";

    public static Stake Stake { get; } = new(Better.Lower, 0.02, 100, 0, StatisticKind.Mean);
}
