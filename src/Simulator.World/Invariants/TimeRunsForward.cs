using Simulator.World.Observations;

namespace Simulator.World.Invariants;

internal sealed class TimeRunsForward(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(TimeRunsForward);

    private TimeSpan _last;

    public void Observe(in Observation observation)
    {
        if (observation.At < _last)
        {
            cluster.Break(Name, $"{observation.Kind} of {observation.Subject} is of {observation.At:c}, after a fact of {_last:c}");
        }
        _last = observation.At;
    }
}
