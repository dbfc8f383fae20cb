using Simulator.ControlPlane.Versions;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Invariants;

/// <summary>Which disks there are, in which zone, and which machines have them, as the facts tell.</summary>
internal sealed class DiskWhereabouts(ClusterSpec spec)
{
    private readonly Dictionary<string, string> _zones = new(StringComparer.Ordinal);
    private readonly HashSet<(string Disk, string Node)> _attached = [];
    private readonly int _attachMax = spec.Storage.AttachMax ?? (spec.ControllerManager.Cloud == CloudKind.Aws ? 39 : 16);

    public void Observe(in Observation observation)
    {
        var (disk, other) = (observation.Subject, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.DiskCreated: _zones[disk] = other; break;
            case ObservationKind.DiskDeleted: _zones.Remove(disk); break;
            case ObservationKind.DiskAttached: _attached.Add((disk, other)); break;
            case ObservationKind.DiskDetached: _attached.Remove((disk, other)); break;
        }
    }

    /// <summary>They exist in the node's zone, no other machine has one, and the machine has room for those that it has not.</summary>
    public bool CanAllBeAt(string node, string zone, IReadOnlyList<string> disks)
    {
        var wanted = disks.ToHashSet(StringComparer.Ordinal);
        if (wanted.Any(disk => !_zones.TryGetValue(disk, out var own) || (own.Length > 0 && zone.Length > 0 && own != zone))) return false;
        return !_attached.Any(entry => entry.Node != node && wanted.Contains(entry.Disk))
            && _attached.Where(entry => entry.Node == node).Select(entry => entry.Disk).Union(wanted).Count() <= _attachMax;
    }
}
