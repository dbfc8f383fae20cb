using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>A volume that says by label where it lies must lie where the node is (volume_zone.go of 1.20).</summary>
public sealed class VolumeZone : IFilter
{
    private static readonly string[] Keys =
        [WellKnownLabels.Zone, WellKnownLabels.Region, WellKnownLabels.TopologyZone, WellKnownLabels.TopologyRegion];

    public string Name => PluginNames.VolumeZone;

    public bool Concerns(Pass pass) => pass.Pod.Spec.Volumes.Any(volume => volume.ClaimName is not null);

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        if (!Array.Exists(Keys, node.Labels.ContainsKey)) return null;
        foreach (var name in pass.Pod.Spec.Volumes.Select(volume => volume.ClaimName).OfType<string>())
        {
            if (pass.Objects.Find<PersistentVolumeClaim>(name, pass.Pod.Namespace) is not { } claim)
            {
                return Status.Error(Name, $"persistentvolumeclaim \"{name}\" not found");
            }
            if (claim.VolumeName.Length == 0)
            {
                if (FaultOfUnbound(claim, pass.Objects) is { } fault) return Status.Error(Name, fault);
                continue;
            }
            if (pass.Objects.Find<PersistentVolume>(claim.VolumeName) is not { } volume)
            {
                return Status.Error(Name, $"persistentvolume \"{claim.VolumeName}\" not found");
            }
            if (!LiesWith(volume, node)) return Status.Unresolvable(Name, "node(s) had no available volume zone");
        }

        return null;
    }

    /// <summary>Null for a claim that waits for a node.</summary>
    private static string? FaultOfUnbound(PersistentVolumeClaim claim, ClusterObjects objects)
    {
        if (ClaimRules.ClassOf(claim) is not { Length: > 0 } name) return "PersistentVolumeClaim had no pv name and storageClass name";
        if (objects.Find<StorageClass>(name) is not { } storage) return $"StorageClass \"{name}\" not found";
        return storage.WaitsForFirstConsumer ? null : "PersistentVolume had no name";
    }

    private static bool LiesWith(PersistentVolume volume, NodeState node)
    {
        foreach (var key in Keys)
        {
            if (!volume.Metadata.Labels.TryGetValue(key, out var places) || Split(places) is not { } names) continue;
            if (!names.Contains(node.Labels.ValueOrEmpty(key))) return false;
        }

        return true;
    }

    /// <summary>Null if a name is empty: such a label says nothing.</summary>
    private static string[]? Split(string places)
    {
        var names = places.Split("__", StringSplitOptions.TrimEntries);
        return Array.Exists(names, name => name.Length == 0) ? null : names;
    }
}
