using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast.Filters;

/// <summary>
/// Asks the plain rule about the nodes that have a disk of that name, and about no others. Its plain twin is <see cref="NoDiskConflict"/>.
/// </summary>
internal sealed class DiskFilter(NoDiskConflict rule, Pod exemplar, ClusterState state) : IFilter
{
    private readonly string[] _disks = [.. exemplar.Spec.Volumes.Select(DiskNames.Of).OfType<string>()];

    public bool TryRestrict(NodeMask mask)
    {
        foreach (var disk in _disks)
        {
            if (state.Cache.Index.Disks.Find(disk) is not { } holders) continue;
            foreach (var (node, _) in holders)
            {
                if (!rule.Check(exemplar, node, state).IsFit) mask.Take(node.Rank);
            }
        }

        return true;
    }
}
