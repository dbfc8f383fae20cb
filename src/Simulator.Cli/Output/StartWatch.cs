using Simulator.World.Observations;

namespace Simulator.Cli.Output;

/// <summary>Looks on while clusters are started, which is most of the time of a large run, and tells now and then how far it is.</summary>
/// <param name="look">Told how many pods have been placed; may throw, which ends the start.</param>
public sealed class StartWatch(Action<long> look) : IObserver
{
    /// <summary>Facts between two looks: some milliseconds.</summary>
    public const int FactsOfLook = 4096;

    private long _facts;
    private long _placed;

    public void Observe(in Observation observation)
    {
        if (observation.At > TimeSpan.Zero) return;
        if (observation.Kind == ObservationKind.PodBound) _placed++;
        if (++_facts % FactsOfLook == 0) look(_placed);
    }
}
