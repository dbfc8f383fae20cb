using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>Records are made of what members' services have shown, and of nothing else.</summary>
internal sealed class RecordsNameKnownAddresses(CheckedFederation federation) : IFederationRule
{
    public const string Name = nameof(RecordsNameKnownAddresses);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public void OnCommitted(string cluster, in WatchEvent commit)
    {
        if (commit.Object is Service service) _known.UnionWith(service.LoadBalancerIngress);
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind != ObservationKind.RecordChanged || !observation.Other.StartsWith("A ", StringComparison.Ordinal)) return;
        foreach (var address in observation.Other.Split(' ').Skip(1).Where(address => !_known.Contains(address)))
        {
            federation.Break(Name, $"{observation.Subject} names {address}, which no service of any cluster ever had");
        }
    }
}
