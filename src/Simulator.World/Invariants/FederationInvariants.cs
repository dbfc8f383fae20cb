using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>All rules for a federation.</summary>
public sealed class FederationInvariants(CheckedFederation federation)
{
    private readonly IFederationRule[] _rules = [.. FederationTable.All.Select(entry => entry.Make(federation))];

    public CheckedFederation Federation => federation;

    public void Observe(in Observation observation)
    {
        federation.Now = observation.At > federation.Now ? observation.At : federation.Now;
        foreach (var rule in _rules) rule.Observe(observation);
    }

    public void OnCommitted(string cluster, in WatchEvent commit, TimeSpan now)
    {
        federation.Now = now;
        foreach (var rule in _rules) rule.OnCommitted(cluster, commit);
    }
}
