using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast.Filters;

/// <summary>
/// Asks the plain rule about the nodes that come near the limit, and about no others. Its plain twin is <see cref="MaxVolumeCount"/>.
/// </summary>
internal sealed class VolumeCountFilter(MaxVolumeCount rule, Pod exemplar, DiskLoads loads, ClusterState state) : IFilter
{
    public bool TryRestrict(NodeMask mask)
    {
        var wanted = rule.Wanted(exemplar, state);
        if (wanted.Error is not null)
        {
            mask.FailAll();
            return true;
        }

        // More than any node may have: then it matters which nodes cannot be counted.
        if (wanted.Count > rule.Limit) return false;
        if (wanted.Count == 0) return true;
        loads.CatchUp();
        for (var count = rule.Limit - wanted.Count + 1; count <= loads.Most; count++)
        {
            foreach (var node in loads.With(count))
            {
                var verdict = rule.Check(exemplar, node, state);
                if (verdict.Reason is not null) mask.Take(node.Rank);
                if (verdict.Error is not null) mask.Fail(node.Rank);
            }
        }

        return true;
    }
}
