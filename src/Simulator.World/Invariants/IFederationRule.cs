using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>One rule that holds in every federation of 1.3. <see cref="FederationTable"/> lists them all.</summary>
public interface IFederationRule
{
    /// <summary>Told every fact of the run, of all clusters and of the federation.</summary>
    void Observe(in Observation observation)
    {
    }

    /// <summary>Told every commit of a cluster's store.</summary>
    void OnCommitted(string cluster, in WatchEvent commit)
    {
    }
}
