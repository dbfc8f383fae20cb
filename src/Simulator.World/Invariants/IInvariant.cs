using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>One rule that holds in every run of 1.3, watched from outside. <see cref="InvariantTable"/> lists them all.</summary>
public interface IInvariant
{
    /// <summary>Told every fact of its cluster, in order.</summary>
    void Observe(in Observation observation)
    {
    }

    /// <summary>Told every commit of its cluster's store, before the facts that follow from it.</summary>
    void OnCommitted(in WatchEvent commit)
    {
    }
}
