using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>Clusters share a time line and a federation, but no event of one reaches another.</summary>
internal sealed class ClustersKeepToThemselves(CheckedFederation federation) : IFederationRule
{
    public const string Name = nameof(ClustersKeepToThemselves);

    private readonly Dictionary<string, string> _ownerOfAddress = new(StringComparer.Ordinal);
    private readonly HashSet<(string Cluster, string Node)> _nodes = [];

    public void OnCommitted(string cluster, in WatchEvent commit)
    {
        if (commit.Object is Node node) _nodes.Add((cluster, node.Name));
        else if (commit.Object is Service service)
        {
            foreach (var address in service.LoadBalancerIngress) Own(cluster, address);
        }
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind is not (ObservationKind.PodBound or ObservationKind.PodServing)) return;
        if (_nodes.Contains((observation.Cluster, observation.Other)) || !IsElsewhere(observation)) return;
        federation.Break(
            Name, $"{observation.Subject} of {observation.Cluster} is on node {observation.Other}, which another cluster has");
    }

    private bool IsElsewhere(Observation observation) =>
        _nodes.Any(entry => entry.Node == observation.Other && entry.Cluster != observation.Cluster);

    private void Own(string cluster, string address)
    {
        if (_ownerOfAddress.TryAdd(address, cluster) || _ownerOfAddress[address] == cluster) return;
        federation.Break(Name, $"{address} is a load balancer of {_ownerOfAddress[address]} and of {cluster}");
    }
}
