using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast.Filters;

/// <summary>Takes away the nodes that hold one of the ports. Its plain twin is <see cref="Predicates.PodFitsHostPorts"/>.</summary>
internal sealed class HostPortFilter(Pod exemplar, ClusterState state) : IFilter
{
    private readonly int[] _ports = PodFacts.Of(exemplar.Spec).HostPorts;

    public bool TryRestrict(NodeMask mask)
    {
        foreach (var port in _ports)
        {
            if (state.Cache.Index.HostPorts.Find(port) is not { } holders) continue;
            foreach (var (node, _) in holders) mask.Take(node.Rank);
        }

        return true;
    }
}
